//! Bytes as hexadecimal digits, for names in addresses and cookies.

/// Two digits a byte.
pub fn written(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads what [`written`] wrote.
pub fn read(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    if digits.len().is_multiple_of(2) {
        pairs.map(byte).collect()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_as_written() {
        assert_eq!(written(&[0, 171, 255]), "00abff");
        assert_eq!(read("00abff"), Some(vec![0, 171, 255]));
        for strange in ["0", "zz", "é", "0x1"] {
            assert_eq!(read(strange), None, "{strange}");
        }
    }
}
