//! How a number went, small enough to stand in a line of text.

use super::scale::{Scale, dots, extent, line};
use domain::dashboard::Point;
use leptos::prelude::*;

const STEP: i32 = 100;
const HEIGHT: i32 = 100;

/// A number's weeks, the last one marked. It is decoration: the words stand beside it.
#[component]
pub fn Sparkline(
    /// Week by week.
    points: Vec<Point>,
) -> impl IntoView {
    let values: Vec<_> = points.iter().map(|point| point.value).collect();
    let (low, high) = extent(values.iter().flatten().copied()).unwrap_or_default();
    let scale = Scale::new(low, high, HEIGHT);
    let last = values.iter().rposition(Option::is_some).map(|index| {
        let y = scale.up(values[index].unwrap_or_default());
        format!("M{} {y}h0", index as i32 * STEP + STEP / 2)
    });
    let view_box = format!("0 -10 {} {}", values.len() as i32 * STEP, HEIGHT + 20);
    view! {
        <svg class="sparkline" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
            <path class="spark-line" d=line(&values, STEP, scale) vector-effect="non-scaling-stroke" />
            <path class="spark-dots" d=dots(&values, STEP, scale) vector-effect="non-scaling-stroke" />
            {last.map(|dot| view! { <path class="spark-last" d=dot vector-effect="non-scaling-stroke" /> })}
        </svg>
    }
    .into_any()
}
