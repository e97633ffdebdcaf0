//! A sound: a chord that fades.

use std::f64::consts::TAU;

/// Samples a second.
const RATE: u32 = 8_000;
/// How long it is, in seconds.
const SECONDS: u32 = 3;

/// A chord on `root`, in hertz, as WAV: one channel of 8 bits.
pub fn wav(root: f64) -> Vec<u8> {
    let count = RATE * SECONDS;
    let mut file = Vec::with_capacity(44 + count as usize);
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&(36 + count).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt ");
    file.extend_from_slice(&16_u32.to_le_bytes());
    // Uncompressed, one channel.
    file.extend_from_slice(&[1, 0, 1, 0]);
    file.extend_from_slice(&RATE.to_le_bytes());
    file.extend_from_slice(&RATE.to_le_bytes());
    // One byte for each sample, eight bits in it.
    file.extend_from_slice(&[1, 0, 8, 0]);
    file.extend_from_slice(b"data");
    file.extend_from_slice(&count.to_le_bytes());
    file.extend((0..count).map(|at| sample(root, f64::from(at) / f64::from(RATE))));
    file
}

/// What stands at a moment, in seconds: the root, a fifth and an octave above it, struck and fading.
fn sample(root: f64, moment: f64) -> u8 {
    let chord: f64 = [1.0, 1.5, 2.0]
        .iter()
        .map(|above| (TAU * root * above * moment).sin())
        .sum();
    let struck = (moment * 40.0).min(1.0) * (-1.4 * moment).exp();
    (128.0 + chord / 3.0 * struck * 100.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_head_tells_its_length() {
        let file = wav(220.0);
        assert_eq!(file.len(), 44 + 24_000);
        assert_eq!(&file[4..8], (36 + 24_000_u32).to_le_bytes());
        assert!(file[44..].iter().any(|sample| *sample > 180));
        assert!((126..=130).contains(file.last().unwrap()), "it has faded");
    }
}
