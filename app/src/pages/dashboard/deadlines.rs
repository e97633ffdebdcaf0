//! About to break: the clocks that have run out, or will soon.

use crate::ui::{ClockBar, Icon};
use domain::dashboard::{Deadline, Deadlines, Hanging};
use leptos::prelude::*;

pub(super) fn deadlines(deadlines: &Deadlines) -> AnyView {
    let Deadlines {
        next,
        breached,
        at_risk,
    } = deadlines;
    let said = match (breached, at_risk) {
        (0, 0) => "No clock is at risk.".to_owned(),
        (breached, at_risk) => format!("{breached} late, {at_risk} at risk; the oldest first."),
    };
    let rows = next.iter().map(row).collect_view();
    view! {
        <section class="chart deadlines" aria-label="About to break">
            <header>
                <h2>"About to break"</h2>
                <p class="takeaway">{said}</p>
                <a class="more" href="/board?risk=1">"Open the board" {Icon::ArrowRight.small()}</a>
            </header>
            <ul>{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(deadline: &Deadline) -> AnyView {
    let (href, what) = match deadline.what {
        Hanging::Handoff(id, kind) => (format!("/handoffs/{id}"), format!("H{}", kind.number())),
        Hanging::Job(id) => (format!("/jobs/{id}"), "Job".to_owned()),
    };
    let clock = deadline.clock;
    let producer = deadline.producer.clone().unwrap_or_else(|| "nobody".into());
    view! {
        <li>
            <a href=href title=format!("{} for {}, produced by {producer}", deadline.title, deadline.client)>
                <span class="count">{what}</span>
                <span class="truncate">{deadline.client.clone()} " " <span class="muted">{deadline.title.clone()}</span></span>
                <ClockBar clock=Signal::stored(clock) />
            </a>
        </li>
    }
    .into_any()
}
