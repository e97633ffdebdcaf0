//! "Why is it due then": what was counted and what was skipped.

use super::{
    Icon,
    now::use_now,
    when::{day_and_time, span},
};
use crate::boot::use_zone;
use domain::{
    calendar::{Sla, Step, StepKind},
    time::{Instant, Zone},
};
use leptos::prelude::*;

/// A fold with the way from the start of a clock to its due time, step by step.
#[component]
pub fn WhyList(
    /// What is promised; unset where it is no SLA.
    #[prop(optional)]
    sla: Option<Sla>,
    /// The steps.
    #[prop(into)]
    steps: Signal<Vec<Step>>,
) -> impl IntoView {
    let zone = use_zone();
    let now = use_now();
    let rows = move || {
        let (zone, now) = (zone.read_value(), now.get_untracked());
        steps
            .get()
            .iter()
            .map(|step| row(&zone, now, step))
            .collect_view()
    };
    let zone_name = zone.read_value().name.clone();
    let promise = sla.map_or(String::new(), |sla| format!("{sla}, "));
    view! {
        <details class="why">
            <summary>{Icon::Info.small()} "Why then?"</summary>
            <p class="muted small">{format!("{promise}counted in the agency's time ({zone_name}).")}</p>
            <ol class="why-steps small">{rows}</ol>
        </details>
    }
    .into_any()
}

fn row(zone: &Zone, now: Instant, step: &Step) -> AnyView {
    let from = day_and_time(zone, now, step.from);
    let to = step.to.map_or_else(
        || "until it goes on".to_owned(),
        |to| day_and_time(zone, now, to),
    );
    let (class, words) = match &step.kind {
        StepKind::Counted { seconds } => ("counted", format!("{} counted", span(*seconds))),
        StepKind::Closed(closure) => ("skipped", format!("Skipped: {closure}")),
        StepKind::Held => ("skipped", "Waited for the client".to_owned()),
    };
    view! {
        <li class=class>
            <span class="num">{format!("{from} – {to}")}</span>
            <span>{words}</span>
        </li>
    }
    .into_any()
}
