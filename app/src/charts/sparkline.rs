//! How a number went, small enough to stand in a line of text.

use super::{
    Values,
    scale::{Scale, dots, extent, line},
};
use leptos::prelude::*;

const STEP: i32 = 100;
const HEIGHT: i32 = 100;

/// A number's weeks, the last one marked. It is decoration: the words stand beside it.
#[component]
pub fn Sparkline(
    /// Week by week.
    values: Signal<Values>,
) -> impl IntoView {
    let drawn = move |part: fn(&Values) -> String| Signal::derive(move || part(&values.read()));
    view! {
        <svg class="sparkline" viewBox=drawn(view_box) preserveAspectRatio="none" aria-hidden="true">
            <path class="spark-line" d=drawn(|values| line(values, STEP, scale(values))) vector-effect="non-scaling-stroke" />
            <path class="spark-dots" d=drawn(|values| dots(values, STEP, scale(values))) vector-effect="non-scaling-stroke" />
            <path class="spark-last" d=drawn(last) vector-effect="non-scaling-stroke" />
        </svg>
    }
    .into_any()
}

fn view_box(values: &Values) -> String {
    format!("0 -10 {} {}", values.len() as i32 * STEP, HEIGHT + 20)
}

fn scale(values: &Values) -> Scale {
    let (low, high) = extent(values.iter().flatten().copied()).unwrap_or_default();
    Scale::new(low, high, HEIGHT)
}

fn last(values: &Values) -> String {
    let last = values.iter().rposition(Option::is_some).map(|index| {
        let y = scale(values).up(values[index].unwrap_or_default());
        format!("M{} {y}h0", index as i32 * STEP + STEP / 2)
    });
    last.unwrap_or_default()
}
