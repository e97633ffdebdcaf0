//! A share over weeks, that can be read week by week.

use super::{
    scale::{Scale, dots, line},
    week_name,
};
use domain::dashboard::Point;
use leptos::{ev::KeyboardEvent, prelude::*};

const STEP: i32 = 100;
const HEIGHT: i32 = 100;

/// A share's weeks with the target as a line. Hovering shows a week; focused, the arrow keys go from week to week.
#[component]
pub fn TrendLine(
    /// What it is about, and what it says, in a sentence.
    label: String,
    /// Week by week.
    points: Vec<Point>,
    /// The share that it should reach.
    target: Option<f64>,
) -> impl IntoView {
    let at = RwSignal::new(None::<usize>);
    let count = points.len();
    let values: Vec<_> = points.iter().map(|point| point.value).collect();
    let scale = Scale::new(0.0, 1.0, HEIGHT);
    let texts: Vec<_> = points
        .iter()
        .map(|point| format!("Week of {}: {}", week_name(point.week), point.text))
        .collect();
    let said = StoredValue::new(texts.clone());
    let weeks = texts.into_iter().enumerate().map(|(index, text)| {
        view! {
            <i class:on=move || at.get() == Some(index)>
                <span class="tip">{text}</span>
            </i>
        }
    });
    let target = target.map(|target| {
        let path = format!("M0 {}H{}", scale.up(target), count as i32 * STEP);
        view! { <path class="trend-target" d=path vector-effect="non-scaling-stroke" /> }
    });
    let view_box = format!("0 -6 {} {}", count as i32 * STEP, HEIGHT + 12);
    view! {
        <div
            class="trend"
            role="group"
            tabindex="0"
            aria-label=label
            on:keydown=move |event| step(&event, at, count)
            on:blur=move |_| at.set(None)
        >
            <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
                {target}
                <path class="trend-path" d=line(&values, STEP, scale) vector-effect="non-scaling-stroke" />
                <path class="trend-dots" d=dots(&values, STEP, scale) vector-effect="non-scaling-stroke" />
            </svg>
            <div class="trend-weeks" aria-hidden="true">{weeks.collect_view()}</div>
            <span class="visually-hidden" aria-live="polite">
                {move || at.get().and_then(|index| said.read_value().get(index).cloned())}
            </span>
        </div>
    }
    .into_any()
}

/// Goes a week on or back; the first key press shows the latest week.
fn step(event: &KeyboardEvent, at: RwSignal<Option<usize>>, count: usize) {
    let last = count.saturating_sub(1);
    let next = match (event.key().as_str(), at.get_untracked()) {
        ("ArrowLeft" | "ArrowRight", None) => Some(last),
        ("ArrowLeft", Some(week)) => Some(week.saturating_sub(1)),
        ("ArrowRight", Some(week)) => Some((week + 1).min(last)),
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        ("Escape", Some(_)) => None,
        _ => return,
    };
    event.prevent_default();
    at.set(next);
}
