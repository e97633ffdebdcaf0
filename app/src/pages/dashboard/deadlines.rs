//! About to break: the clocks that have run out, or will soon.

use super::shown::Shown;
use crate::{
    charts::slots,
    ui::{ClockBar, Icon},
};
use domain::{
    clock::Clock,
    dashboard::{Deadline, Deadlines, Hanging},
    time::Instant,
};
use leptos::prelude::*;

pub(super) fn deadlines(shown: Shown) -> AnyView {
    let count = shown.read(|figures| Some(figures.deadlines.next.len()));
    let said = shown.read(|figures| Some(takeaway(&figures.deadlines)));
    view! {
        <section class="chart deadlines" aria-label="About to break">
            <header>
                <h2>"About to break"</h2>
                <p class="takeaway">{said}</p>
                <a class="more" href="/board?risk=1">"Open the board" {Icon::ArrowRight.small()}</a>
            </header>
            <ul>{slots(count, move |place| row(shown, place))}</ul>
        </section>
    }
    .into_any()
}

fn takeaway(deadlines: &Deadlines) -> String {
    match (deadlines.breached, deadlines.at_risk) {
        (0, 0) => "No clock is at risk.".into(),
        (breached, at_risk) => format!("{breached} late, {at_risk} at risk; the oldest first."),
    }
}

fn row(shown: Shown, place: usize) -> AnyView {
    let deadline = shown.one(move |figures| figures.deadlines.next.get(place));
    let text = move |part: fn(&Deadline) -> String| deadline.read(part);
    let clock = deadline.read(|one| Some(one.clock));
    let nothing = || Clock::unpromised(Instant::UNIX_EPOCH);
    let clock = Signal::derive(move || clock.get().unwrap_or_else(nothing));
    view! {
        <li>
            <a href=text(address) title=text(title)>
                <span class="count">{text(what)}</span>
                <span class="truncate">
                    {text(|one| one.client.clone())} " " <span class="muted">{text(|one| one.title.clone())}</span>
                </span>
                <ClockBar clock />
            </a>
        </li>
    }
    .into_any()
}

fn address(one: &Deadline) -> String {
    match one.what {
        Hanging::Handoff(id, _) => format!("/handoffs/{id}"),
        Hanging::Job(id) => format!("/jobs/{id}"),
    }
}

fn what(one: &Deadline) -> String {
    match one.what {
        Hanging::Handoff(_, kind) => format!("H{}", kind.number()),
        Hanging::Job(_) => "Job".into(),
    }
}

fn title(one: &Deadline) -> String {
    let producer = one.producer.as_deref().unwrap_or("nobody");
    format!("{} for {}, produced by {producer}", one.title, one.client)
}
