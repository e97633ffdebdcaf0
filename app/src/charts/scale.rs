//! From values to places on a chart. Whole units of the view box: a chart is far finer than a pixel.

/// A straight scale: `from` stands at 0, `to` at `size`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    to: f64,
    size: i32,
}

impl Scale {
    /// A scale from `from` to `to` over `size` units.
    pub const fn new(from: f64, to: f64, size: i32) -> Self {
        Self { from, to, size }
    }

    /// The place of `value`, kept on the chart. Where the scale has no length, everything stands in the middle.
    pub fn at(self, value: f64) -> i32 {
        let length = self.to - self.from;
        if length == 0.0 || !value.is_finite() {
            return self.size / 2;
        }
        let share = ((value - self.from) / length).clamp(0.0, 1.0);
        (share * f64::from(self.size)).round() as i32
    }

    /// The length from `a` to `b`, whichever is the larger.
    pub fn between(self, a: f64, b: f64) -> i32 {
        (self.at(b) - self.at(a)).abs()
    }

    /// The place of `value` counted from the other end, as heights are drawn.
    pub fn up(self, value: f64) -> i32 {
        self.size - self.at(value)
    }
}

/// The smallest and the largest of `values`; none where there are no values.
pub fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |extent, value| {
        let (low, high) = extent.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}

/// The path of a line over equal steps of `step`, each value in the middle of its step. Where there is no value the
/// line breaks; a value without neighbours is a dot (with a round line cap).
pub fn line(values: &[Option<f64>], step: i32, scale: Scale) -> String {
    let mut path = String::new();
    let mut drawing = false;
    for (index, value) in values.iter().enumerate() {
        let Some(value) = value else {
            drawing = false;
            continue;
        };
        let (x, y) = (index as i32 * step + step / 2, scale.up(*value));
        let alone = !drawing && values.get(index + 1).copied().flatten().is_none();
        let pen = if drawing { 'L' } else { 'M' };
        path += &format!("{pen}{x} {y}{}", if alone { "h0" } else { "" });
        drawing = true;
    }
    path
}

/// The path of a dot for each value (with a round line cap), in the places of [`line`].
pub fn dots(values: &[Option<f64>], step: i32, scale: Scale) -> String {
    let there = values.iter().enumerate();
    let there = there.filter_map(|(index, value)| Some((index as i32, (*value)?)));
    there
        .map(|(index, value)| format!("M{} {}h0", index * step + step / 2, scale.up(value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_their_place_and_stay_on_the_chart() {
        let scale = Scale::new(0.0, 1.0, 1000);
        let places = [0.0, 0.25, 1.0, 1.5, -3.0, f64::NAN].map(|value| scale.at(value));
        assert_eq!(places, [0, 250, 1000, 1000, 0, 500]);
        assert_eq!(scale.up(0.25), 750);
    }

    #[test]
    fn scales_may_begin_below_nothing() {
        let scale = Scale::new(-0.5, 1.5, 200);
        assert_eq!(
            (
                scale.at(0.0),
                scale.between(0.0, -0.5),
                scale.between(0.5, 1.5)
            ),
            (50, 50, 100)
        );
    }

    #[test]
    fn a_scale_without_length_puts_everything_in_the_middle() {
        assert_eq!(Scale::new(3.0, 3.0, 100).at(3.0), 50);
    }

    #[test]
    fn lines_break_where_there_is_no_data() {
        let scale = Scale::new(0.0, 1.0, 100);
        let values = [Some(0.0), Some(1.0), None, Some(0.5), None];
        assert_eq!(line(&values, 10, scale), "M5 100L15 0M35 50h0");
        assert_eq!(line(&[], 10, scale), "");
        assert_eq!(dots(&values, 10, scale), "M5 100h0M15 0h0M35 50h0");
    }

    #[test]
    fn extents_need_values() {
        assert_eq!(extent([2.0, -1.0, 5.0].into_iter()), Some((-1.0, 5.0)));
        assert_eq!(extent(std::iter::empty()), None);
    }
}
