//! One value on a line, to be set below others on the same scale.

use super::scale::Scale;
use leptos::prelude::*;

const WIDTH: i32 = 1000;

/// A dot between nothing and all of it.
#[component]
pub fn DotTrack(
    /// A share, 0 to 1.
    value: Signal<f64>,
    /// The share that it should reach.
    target: Signal<Option<f64>>,
    /// The left end of the scale.
    from: Signal<f64>,
) -> impl IntoView {
    let place = move |value: f64| Scale::new(from.get(), 1.0, WIDTH).at(value);
    let dot = Signal::derive(move || format!("M{} 8h0", place(value.get())));
    let limit = Signal::derive(move || target.get().map(|target| limit(place(target))));
    view! {
        <svg class="track" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
            <path class="track-line" d="M0 8h1000" vector-effect="non-scaling-stroke" />
            <path class="track-limit" d=limit vector-effect="non-scaling-stroke" />
            <path class="track-dot" d=dot vector-effect="non-scaling-stroke" />
        </svg>
    }
    .into_any()
}

/// A bar from nothing, with the line that it should not cross.
#[component]
pub fn BarTrack(
    /// How much.
    #[prop(into)]
    value: Signal<f64>,
    /// The most of all that stand below each other.
    #[prop(into)]
    most: Signal<f64>,
    /// Where it should end.
    #[prop(into)]
    limit_at: Signal<Option<f64>>,
) -> impl IntoView {
    let place = move |value: f64| Scale::new(0.0, most.get(), WIDTH).at(value);
    let bar = Signal::derive(move || format!("M0 3h{}v10H0z", place(value.get())));
    let limit = Signal::derive(move || limit_at.get().map(|target| limit(place(target))));
    view! {
        <svg class="track" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
            <path class="track-bar" d=bar />
            <path class="track-limit" d=limit vector-effect="non-scaling-stroke" />
        </svg>
    }
    .into_any()
}

fn limit(x: i32) -> String {
    format!("M{x} 0v16")
}
