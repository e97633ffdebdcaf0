//! A picture of flat areas, drawn row by row.

use super::palette::Palette;
use std::ops::Range;

/// Pixels across.
pub const WIDTH: i32 = 1280;
/// Pixels down.
pub const HEIGHT: i32 = 800;

/// A part of the picture: left, top, right and bottom, the last two not included.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Area {
    /// All of it.
    pub const ALL: Self = Self {
        left: 0,
        top: 0,
        right: WIDTH,
        bottom: HEIGHT,
    };

    fn rows(self) -> Range<i32> {
        self.top.max(0)..self.bottom.min(HEIGHT)
    }
}

/// The picture: a place in the palette for each pixel.
pub struct Canvas(Vec<u8>);

impl Canvas {
    /// In the ground's colour.
    pub fn new() -> Self {
        Self(vec![0; (WIDTH * HEIGHT) as usize])
    }

    /// Fills in each row of `within` what `span` gives of it.
    fn paint(&mut self, within: Area, tone: u8, span: impl Fn(i32) -> Range<i32>) {
        for row in within.rows() {
            let of = span(row);
            let left = of.start.max(within.left).clamp(0, WIDTH);
            let right = of.end.min(within.right).clamp(left, WIDTH);
            let begin = (row * WIDTH) as usize;
            self.0[begin + left as usize..begin + right as usize].fill(tone);
        }
    }

    /// A rectangle.
    pub fn rectangle(&mut self, area: Area, tone: u8) {
        self.paint(area, tone, |_| area.left..area.right);
    }

    /// What of a disc lies within `within`.
    pub fn disc(&mut self, within: Area, (x, y): (i32, i32), radius: i32, tone: u8) {
        self.paint(within, tone, |row| {
            let down = f64::from(row - y) + 0.5;
            let across = f64::from(radius).powi(2) - down * down;
            let half = across.max(0.0).sqrt().round() as i32;
            x - half..x + half
        });
    }

    /// A band from the left edge to the right one that rises by `rise` on its way, `thick` pixels high.
    pub fn slope(&mut self, left: i32, rise: i32, thick: i32, tone: u8) {
        for column in 0..WIDTH {
            let top = left - rise * column / WIDTH;
            for row in top.clamp(0, HEIGHT)..(top + thick).clamp(0, HEIGHT) {
                self.0[(row * WIDTH + column) as usize] = tone;
            }
        }
    }

    /// The picture as PNG.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn png(&self, palette: &Palette) -> Result<Vec<u8>, png::EncodingError> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, WIDTH as u32, HEIGHT as u32);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(palette.concat());
        let mut writer = encoder.write_header()?;
        let packed: Vec<u8> = self
            .0
            .chunks_exact(2)
            .map(|two| two[0] << 4 | two[1])
            .collect();
        writer.write_image_data(&packed)?;
        writer.finish()?;
        Ok(file)
    }
}
