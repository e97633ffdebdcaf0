//! Sizes of files as people say them.

const KB: f64 = 1024.0;

/// `820 B`, `12 KB`, `3.4 MB`, `1.2 GB`.
pub fn size(bytes: i64) -> String {
    let bytes = bytes.max(0) as f64;
    if bytes < KB {
        format!("{bytes} B")
    } else if bytes < KB * KB {
        format!("{:.0} KB", bytes / KB)
    } else if bytes < KB * KB * KB {
        format!("{:.1} MB", bytes / KB / KB)
    } else {
        format!("{:.1} GB", bytes / KB / KB / KB)
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_have_the_unit_that_fits() {
        for (bytes, said) in [
            (-1, "0 B"),
            (820, "820 B"),
            (12 << 10, "12 KB"),
            (3_565_158, "3.4 MB"),
            (200 << 20, "200.0 MB"),
            (1_288_490_189, "1.2 GB"),
        ] {
            assert_eq!(size(bytes), said);
        }
    }
}
