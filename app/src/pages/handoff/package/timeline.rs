//! The timeline: a line from the signature to the last day, with its months and its milestones.

use crate::ui::when::date;
use chrono::{Datelike, Months, TimeDelta};
use domain::{
    package::{PackagePage, Span, Terms, span},
    time::Day,
};
use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
    svg,
};

/// Months are named until there would be more names than this.
const MOST_NAMES: usize = 6;
/// Months are marked until there would be more marks than this.
const MOST_TICKS: usize = 48;

/// A milestone on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Tells it from the others.
    pub key: usize,
    /// What is reached.
    pub name: String,
    /// By when.
    pub day: Day,
}

/// The timeline of a package, to be looked at.
pub(super) fn drawn(page: &PackagePage) -> AnyView {
    let rows = page.package.milestones.iter().enumerate();
    let marks = rows.map(|(key, row)| Mark {
        key,
        name: row.name.to_string(),
        day: row.day,
    });
    let marks: Vec<Mark> = marks.collect();
    timeline(page.terms, page.today, Signal::stored(marks), None)
}

/// The line with its marks; with `moved` they can be dragged, and moved by keys: a day with ← and →, a week with Page Up
/// and Page Down.
pub(super) fn timeline(
    terms: Terms,
    today: Day,
    marks: Signal<Vec<Mark>>,
    moved: Option<Callback<(usize, Day)>>,
) -> AnyView {
    let span = Memo::new(move |_| span(&terms, marks.read().iter().map(|mark| mark.day)));
    let track = NodeRef::<svg::Rect>::new();
    let keys = Memo::new(move |_| marks.read().iter().map(|mark| mark.key).collect::<Vec<_>>());
    let label = move || match marks.read().len() {
        1 => "Timeline with 1 milestone".to_owned(),
        n => format!("Timeline with {n} milestones"),
    };
    let role = if moved.is_some() { "group" } else { "img" };
    view! {
        <svg class="scope-timeline" role=role aria-label=label>
            <svg x="3%" width="94%" height="100%" class="timeline-scale">
                {move || months(&span.get())}
                <rect node_ref=track class="timeline-track" x="0" y="38" width="100%" height="4" rx="2" />
                {move || term(&span.get(), &terms)}
                {move || now(&span.get(), today)}
                <For each=move || keys.get() key=|key| *key let:key>{mark(key, marks, span, track, moved)}</For>
            </svg>
        </svg>
    }
    .into_any()
}

fn percent(per_mille: i64) -> String {
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}

/// The beginning of each month, named so far apart that the names have room.
fn months(span: &Span) -> AnyView {
    let first = span.first.with_day(1).unwrap_or(span.first);
    let months = (1..).map_while(|n| first.checked_add_months(Months::new(n)));
    let months: Vec<Day> = months.take_while(|month| *month <= span.last).collect();
    let each_tick = months.len().div_ceil(MOST_TICKS).max(1);
    let each_name = months
        .len()
        .div_ceil(MOST_NAMES)
        .next_multiple_of(each_tick);
    let marked = months.iter().enumerate().step_by(each_tick);
    let ticks = marked.map(|(at, month)| {
        let x = percent(span.per_mille(*month));
        let name = (at % each_name.max(1) == 0).then(|| {
            let x = x.clone();
            view! { <text class="month" x=x y="66" text-anchor="middle">{month.format("%b").to_string()}</text> }
        });
        view! { <line class="tick" x1=x.clone() x2=x y1="44" y2="50" /> {name} }
    });
    ticks.collect_view().into_any()
}

/// The engagement's own days, from its first to its last.
fn term(span: &Span, terms: &Terms) -> AnyView {
    let (from, to) = (
        span.per_mille(terms.starts_on),
        span.per_mille(terms.last_day()),
    );
    view! { <rect class="timeline-term" x=percent(from) y="38" width=percent((to - from).max(0)) height="4" /> }.into_any()
}

fn now(span: &Span, today: Day) -> Option<AnyView> {
    let inside = span.first <= today && today <= span.last;
    let x = percent(span.per_mille(today));
    inside.then(|| view! { <line class="today" x1=x.clone() x2=x y1="4" y2="50" /> }.into_any())
}

fn mark(
    key: usize,
    marks: Signal<Vec<Mark>>,
    span: Memo<Span>,
    track: NodeRef<svg::Rect>,
    moved: Option<Callback<(usize, Day)>>,
) -> AnyView {
    let this = Memo::new(move |_| {
        let marks = marks.read();
        let at = marks.iter().position(|mark| mark.key == key)?;
        Some((at + 1, marks.get(at)?.clone()))
    });
    let day = move || this.get().map(|(_, mark)| mark.day);
    let x = move || day().map(|day| percent(span.read().per_mille(day)));
    let number = move || this.get().map(|(number, _)| number);
    let said = move || {
        this.get()
            .map(|(_, mark)| format!("{}, {}", mark.name, date(mark.day)))
    };
    let steps = move || day().map(|day| (day - span.read().first).num_days().to_string());
    let most = move || {
        (span.read().last - span.read().first)
            .num_days()
            .to_string()
    };
    let Some(moved) = moved else {
        return view! {
            <g class="mark">
                <title>{said}</title>
                <circle cx=x cy="24" r="11" />
                <text x=x y="28" text-anchor="middle">{number}</text>
            </g>
        }
        .into_any();
    };
    let dragged = RwSignal::new(false);
    let drag = move |event: PointerEvent| {
        if let Some(to) = dragged
            .get_untracked()
            .then(|| under(&event, track, &span.get_untracked()))
            .flatten()
        {
            moved.run((key, to));
        }
    };
    let press = move |event: PointerEvent| {
        event.prevent_default();
        hold(&event);
        dragged.set(true);
    };
    let keyed = move |event: KeyboardEvent| {
        let Some((day, days)) = day().zip(step(&event.key())) else {
            return;
        };
        event.prevent_default();
        moved.run((key, day + TimeDelta::days(days)));
    };
    view! {
        <g class="mark" class:dragged=move || dragged.get() tabindex="0" role="slider" aria-label=move || this.get().map(|(_, mark)| mark.name)
            aria-valuemin="0" aria-valuemax=most aria-valuenow=steps aria-valuetext=move || day().map(date)
            on:pointerdown=press on:pointermove=drag on:pointerup=move |_| dragged.set(false)
            on:pointercancel=move |_| dragged.set(false) on:keydown=keyed>
            <title>{said}</title>
            <line class="stem" x1=x x2=x y1="24" y2="40" />
            <circle cx=x cy="24" r="11" />
            <text x=x y="28" text-anchor="middle">{number}</text>
        </g>
    }
    .into_any()
}

/// How many days a key moves a milestone.
fn step(key: &str) -> Option<i64> {
    match key {
        "ArrowLeft" | "ArrowDown" => Some(-1),
        "ArrowRight" | "ArrowUp" => Some(1),
        "PageDown" => Some(-7),
        "PageUp" => Some(7),
        _ => None,
    }
}

/// The day under the pointer.
#[cfg(feature = "hydrate")]
fn under(event: &PointerEvent, track: NodeRef<svg::Rect>, span: &Span) -> Option<Day> {
    let line = track.get_untracked()?.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - line.left()) / line.width().max(1.0);
    Some(domain::package::day_at(span, share))
}

/// There is no pointer on the server.
#[cfg(not(feature = "hydrate"))]
fn under(_: &PointerEvent, _: NodeRef<svg::Rect>, _: &Span) -> Option<Day> {
    None
}

/// Moves go to the mark until the pointer is let go, wherever it is.
fn hold(event: &PointerEvent) {
    let mark = event.current_target().and_then(|target| {
        leptos::wasm_bindgen::JsCast::dyn_into::<leptos::web_sys::Element>(target).ok()
    });
    if let Some(mark) = mark {
        let _ = mark.set_pointer_capture(event.pointer_id());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_by_days_and_weeks() {
        let steps = ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Enter"].map(step);
        assert_eq!(steps, [Some(-1), Some(1), Some(7), Some(-7), None]);
    }

    #[test]
    fn places_are_written_as_percents() {
        assert_eq!(
            [0, 5, 425, 1_000].map(percent),
            ["0.0%", "0.5%", "42.5%", "100.0%"]
        );
    }
}
