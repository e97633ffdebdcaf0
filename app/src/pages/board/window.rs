//! Which of a long column's cards are drawn.

use std::ops::Range;

/// Cards drawn beyond either edge of what is visible, so that scrolling never shows a gap.
const OVERSCAN: usize = 4;

/// Cards of a column that are drawn before the browser has measured it, and on the server: those that are visible
/// in a column's height, and one more.
pub const FIRST: usize = 6;

/// What of a scrolled column is visible, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// How far it is scrolled.
    pub top: f64,
    /// How tall its box is.
    pub height: f64,
    /// From the top of one card to the top of the next.
    pub pitch: f64,
}

/// The cards to draw of `count`; the first few where nothing is measured yet.
pub fn drawn(view: Option<View>, count: usize) -> Range<usize> {
    let Some(View { top, height, pitch }) = view.filter(|view| view.pitch > 0.0) else {
        return 0..count.min(FIRST);
    };
    let first = (top.max(0.0) / pitch).floor() as usize;
    let last = ((top + height).max(0.0) / pitch).ceil() as usize;
    let from = first.saturating_sub(OVERSCAN).min(count);
    from..(last + OVERSCAN).min(count).max(from)
}

/// Where to scroll so that the card at `index` is visible: not at all where it is.
pub fn reveal(view: View, index: usize) -> f64 {
    let (start, end) = (index as f64 * view.pitch, (index + 1) as f64 * view.pitch);
    if start < view.top {
        start
    } else if end > view.top + view.height {
        end - view.height
    } else {
        view.top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: View = View {
        top: 0.0,
        height: 500.0,
        pitch: 100.0,
    };

    #[test]
    fn draws_what_is_visible_and_a_little_more() {
        let at = |top, count| drawn(Some(View { top, ..VIEW }), count);
        assert_eq!(at(0.0, 1000), 0..9);
        assert_eq!(at(1050.0, 1000), 6..20);
        assert_eq!(at(99_500.0, 1000), 991..1000);
        assert_eq!(at(0.0, 3), 0..3);
        assert_eq!(at(0.0, 0), 0..0);
        // The column has become shorter than it was scrolled.
        assert_eq!(at(5000.0, 10), 10..10);
        // Bounced beyond the top, as touch screens do.
        assert_eq!(at(-80.0, 1000), 0..9);
    }

    #[test]
    fn draws_the_first_few_before_it_is_measured() {
        assert_eq!(drawn(None, 1000), 0..FIRST);
        assert_eq!(drawn(None, 5), 0..5);
        assert_eq!(drawn(Some(View { pitch: 0.0, ..VIEW }), 1000), 0..FIRST);
    }

    #[test]
    fn reveals_with_the_least_scrolling() {
        let view = View { top: 300.0, ..VIEW };
        assert_eq!(reveal(view, 5), 300.0);
        assert_eq!(reveal(view, 1), 100.0);
        assert_eq!(reveal(view, 20), 1600.0);
    }
}
