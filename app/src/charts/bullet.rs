//! Where a number stands against where it should.

use super::scale::Scale;
use domain::dashboard::Bullet;
use leptos::prelude::*;

const WIDTH: i32 = 1000;

/// A bullet graph: the bar is the number, the tick its target at the end of the quarter, the dot below where it should
/// stand by now; the two shades behind it are "off pace" and beyond. It is decoration: the words stand beside it.
#[component]
pub fn BulletGraph(
    /// What it shows.
    bullet: Signal<Option<Bullet>>,
) -> impl IntoView {
    let drawn = move |part: fn(Bullet) -> Option<String>| {
        Signal::derive(move || bullet.get().and_then(part))
    };
    view! {
        <svg class="bullet" viewBox="0 0 1000 18" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bullet-ground" x="0" y="2" width=WIDTH height="12" />
            <path class="bullet-behind" d=drawn(behind) />
            <path class="bullet-bar" d=drawn(bar) />
            <path class="bullet-target" d=drawn(target) vector-effect="non-scaling-stroke" />
            <path class="bullet-pace" d=drawn(pace) vector-effect="non-scaling-stroke" />
        </svg>
    }
    .into_any()
}

fn scale(bullet: Bullet) -> Scale {
    Scale::new(bullet.start, bullet.end, WIDTH)
}

/// From "off pace" to the end that is worse.
fn behind(bullet: Bullet) -> Option<String> {
    let behind = scale(bullet).at(bullet.behind);
    let (from, to) = if bullet.less_is_better {
        (behind, WIDTH)
    } else {
        (0, behind)
    };
    Some(format!("M{from} 2H{to}v12H{from}z"))
}

fn bar(bullet: Bullet) -> Option<String> {
    let (scale, actual) = (scale(bullet), bullet.actual?);
    let left = scale.at(actual).min(scale.at(0.0));
    let width = scale.between(0.0, actual).max(4);
    Some(format!("M{left} 5h{width}v6h-{width}z"))
}

fn target(bullet: Bullet) -> Option<String> {
    Some(format!("M{} 1v14", place(bullet, bullet.target)))
}

fn pace(bullet: Bullet) -> Option<String> {
    Some(format!("M{} 16.5h0", place(bullet, bullet.pace?)))
}

/// Kept off the ends, where half of the stroke would be cut off.
fn place(bullet: Bullet, at: f64) -> i32 {
    scale(bullet).at(at).clamp(2, WIDTH - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BULLET: Bullet = Bullet {
        start: 0.0,
        end: 100.0,
        actual: Some(50.0),
        target: 100.0,
        pace: Some(80.0),
        behind: 64.0,
        less_is_better: false,
    };

    #[test]
    fn each_shape_has_its_place() {
        let shapes = [behind, bar, target, pace].map(|shape| shape(BULLET).unwrap());
        let expected = [
            "M0 2H640v12H0z",
            "M0 5h500v6h-500z",
            "M998 1v14",
            "M800 16.5h0",
        ];
        assert_eq!(shapes, expected);
    }

    #[test]
    fn what_there_is_not_has_no_shape() {
        let nothing = Bullet {
            actual: None,
            pace: None,
            ..BULLET
        };
        assert_eq!([bar(nothing), pace(nothing)], [None, None]);
    }

    #[test]
    fn where_less_is_better_the_shade_is_on_the_right() {
        let less = Bullet {
            less_is_better: true,
            ..BULLET
        };
        assert_eq!(behind(less).unwrap(), "M640 2H1000v12H640z");
    }
}
