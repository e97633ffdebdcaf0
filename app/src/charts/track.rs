//! One value on a line, to be set below others on the same scale.

use super::scale::Scale;
use leptos::prelude::*;

const WIDTH: i32 = 1000;

/// A dot between nothing and all of it.
#[component]
pub fn DotTrack(
    /// A share, 0 to 1.
    value: f64,
    /// The share that it should reach.
    target: Option<f64>,
    /// The left end of the scale.
    from: f64,
) -> impl IntoView {
    let scale = Scale::new(from, 1.0, WIDTH);
    let dot = format!("M{} 8h0", scale.at(value));
    view! {
        <svg class="track" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
            <path class="track-line" d="M0 8h1000" vector-effect="non-scaling-stroke" />
            {target.map(|target| limit(scale.at(target)))}
            <path class="track-dot" d=dot vector-effect="non-scaling-stroke" />
        </svg>
    }
    .into_any()
}

/// A bar from nothing, with the line that it should not cross.
#[component]
pub fn BarTrack(
    /// How much.
    value: f64,
    /// The most of all that stand below each other.
    most: f64,
    /// Where it should end.
    limit_at: Option<f64>,
) -> impl IntoView {
    let scale = Scale::new(0.0, most, WIDTH);
    view! {
        <svg class="track" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track-bar" x="0" y="3" width=scale.at(value) height="10" />
            {limit_at.map(|target| limit(scale.at(target)))}
        </svg>
    }
    .into_any()
}

fn limit(x: i32) -> impl IntoView {
    view! { <path class="track-limit" d=format!("M{x} 0v16") vector-effect="non-scaling-stroke" /> }
}
