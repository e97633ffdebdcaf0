//! A share over weeks, that can be read week by week.

use super::{
    Values,
    scale::{Scale, dots, line},
    slots,
};
use leptos::{
    ev::KeyboardEvent,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};

const STEP: i32 = 100;
const HEIGHT: i32 = 100;

/// A share's weeks with the target as a line. Hovering shows a week, a click opens it; focused, the arrow keys go from
/// week to week, and Enter opens.
#[component]
pub fn TrendLine(
    /// What it is about, and what it says, in a sentence.
    label: Signal<String>,
    /// Week by week.
    values: Signal<Values>,
    /// Each week in words.
    weeks: Memo<Vec<String>>,
    /// Where each week leads.
    addresses: Memo<Vec<String>>,
    /// The share that it should reach.
    target: Signal<Option<f64>>,
) -> impl IntoView {
    let at = RwSignal::new(None::<usize>);
    let count = Signal::derive(move || weeks.read().len());
    let said = move |week: Option<usize>| {
        let said = week.and_then(|week| weeks.read().get(week).cloned());
        said.unwrap_or_default()
    };
    let week = move |index: usize| {
        let tip = Signal::derive(move || said(Some(index)));
        let href = move || addresses.read().get(index).cloned().unwrap_or_default();
        view! {
            <a class:on=move || at.get() == Some(index) href=href tabindex="-1" data-noscroll="">
                <span class="tip">{tip}</span>
            </a>
        }
        .into_any()
    };
    let drawn = move |path: fn(&[Option<f64>], i32, Scale) -> String| {
        Signal::derive(move || path(&values.read(), STEP, scale()))
    };
    let limit = Signal::derive(move || {
        let target = target.get()?;
        Some(format!(
            "M0 {}H{}",
            scale().up(target),
            count.get() as i32 * STEP
        ))
    });
    let view_box =
        Signal::derive(move || format!("0 -6 {} {}", count.get() as i32 * STEP, HEIGHT + 12));
    view! {
        <div
            class="trend"
            role="group"
            tabindex="0"
            aria-label=label
            on:keydown=move |event| match (event.key().as_str(), at.get_untracked()) {
                ("Enter", Some(week)) => open(&event, week),
                _ => step(&event, at, count.get_untracked()),
            }
            on:blur=move |_| at.set(None)
        >
            <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
                <path class="trend-target" d=limit vector-effect="non-scaling-stroke" />
                <path class="trend-path" d=drawn(line) vector-effect="non-scaling-stroke" />
                <path class="trend-dots" d=drawn(dots) vector-effect="non-scaling-stroke" />
            </svg>
            <div class="trend-weeks" aria-hidden="true">{slots(count, week)}</div>
            <span class="visually-hidden" aria-live="polite">{move || said(at.get())}</span>
        </div>
    }
    .into_any()
}

const fn scale() -> Scale {
    Scale::new(0.0, 1.0, HEIGHT)
}

/// Where the link of a week is, within its chart.
fn link_of(week: usize) -> String {
    format!(".trend-weeks > a:nth-child({})", week + 1)
}

/// Follows the link of a week.
fn open(event: &KeyboardEvent, week: usize) {
    let link = event
        .current_target()
        .and_then(|chart| chart.dyn_into::<Element>().ok())
        .and_then(|chart| chart.query_selector(&link_of(week)).ok().flatten())
        .and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        link.click();
    }
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
