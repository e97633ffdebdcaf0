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
    bullet: Bullet,
) -> impl IntoView {
    let scale = Scale::new(bullet.start, bullet.end, WIDTH);
    let nothing = scale.at(0.0);
    let behind = scale.at(bullet.behind);
    let (shade, shade_width) = if bullet.less_is_better {
        (behind, WIDTH - behind)
    } else {
        (0, behind)
    };
    let bar = bullet.actual.map(|actual| {
        let left = scale.at(actual).min(nothing);
        let width = scale.between(0.0, actual).max(4);
        view! { <rect class="bullet-bar" x=left y="5" width=width height="6" /> }
    });
    let tick = |class: &'static str, at: f64, path: &'static str| {
        let path = format!("M{} {path}", scale.at(at).clamp(2, WIDTH - 2));
        view! { <path class=class d=path vector-effect="non-scaling-stroke" /> }
    };
    view! {
        <svg class="bullet" viewBox="0 0 1000 18" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bullet-ground" x="0" y="2" width=WIDTH height="12" />
            <rect class="bullet-behind" x=shade y="2" width=shade_width height="12" />
            {bar}
            {tick("bullet-target", bullet.target, "1v14")}
            {bullet.pace.map(|pace| tick("bullet-pace", pace, "16.5h0"))}
        </svg>
    }
    .into_any()
}
