//! Made-up work to look at: pictures composed of a few shapes in the client's colours, and a sound. Each seed gives one.

mod canvas;
mod compose;
mod palette;
mod tone;

pub use tone::wav;

use super::rng::Rng;
use canvas::Canvas;
use palette::PALETTES;

/// A picture in the colours of the client `client`, as PNG.
///
/// # Errors
/// When it cannot be written, which a picture in memory always can.
pub fn picture(client: usize, rng: &mut Rng) -> Result<Vec<u8>, png::EncodingError> {
    let palette = &PALETTES[client % PALETTES.len()];
    let mut canvas = Canvas::new();
    compose::compose(&mut canvas, rng);
    canvas.png(palette)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_picture_and_it_is_small() {
        for seed in 0..12 {
            let one = picture(seed, &mut Rng::new(seed as u64)).unwrap();
            let again = picture(seed, &mut Rng::new(seed as u64)).unwrap();
            assert_eq!(one, again);
            assert!(
                one.starts_with(b"\x89PNG") && one.len() < 60_000,
                "{} bytes",
                one.len()
            );
            let other = picture(seed, &mut Rng::new(seed as u64 + 100)).unwrap();
            assert_ne!(one, other);
        }
    }
}
