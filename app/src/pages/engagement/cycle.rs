//! The cycle of an engagement's handoffs as one line.

use crate::{
    pages::handoff::moving::title,
    ui::{Ago, Icon},
};
use domain::{
    engagement::{CycleStep, EngagementPage},
    handoff::{HandoffKind, Stage},
};
use leptos::prelude::*;

pub(super) fn cycle(page: &EngagementPage) -> AnyView {
    let kinds = HandoffKind::ALL.into_iter().map(|kind| {
        let steps: Vec<&CycleStep> = page.cycle.iter().filter(|step| step.kind == kind).collect();
        let class = match steps.as_slice() {
            [] => "cycle-kind ahead",
            steps if steps.iter().all(|step| step.stage == Stage::Accepted) => "cycle-kind past",
            _ => "cycle-kind now",
        };
        let links = steps.iter().rev().map(|step| line(step)).collect_view();
        let none = steps
            .is_empty()
            .then(|| view! { <p class="muted small">"Not opened yet"</p> });
        view! {
            <li class=class>
                <h3>{kind.to_string()}</h3>
                <p class="muted small">{kind.package()}</p>
                {none}
                <ul>{links}</ul>
            </li>
        }
    });
    view! {
        <section aria-labelledby="cycle">
            <h2 class="visually-hidden" id="cycle">"The cycle of its handoffs"</h2>
            <ol class="cycle">{kinds.collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn line(step: &CycleStep) -> AnyView {
    let (icon, how) = match step.compliant {
        Some(true) => (Icon::Met, "in time and whole"),
        Some(false) => (Icon::Breached, "late or with items waived"),
        None => (Icon::Open, "not settled yet"),
    };
    let class = match step.compliant {
        Some(true) => "good",
        Some(false) => "bad",
        None => "neutral",
    };
    view! {
        <li>
            <a class=format!("cycle-step {class}") href=format!("/handoffs/{}", step.id) title=how>
                {icon.small()}
                <span>{title(step.stage)}</span>
                <span class="visually-hidden">{how}</span>
                {step.since.map(|at| view! { <span class="muted small"><Ago at=at /></span> })}
            </a>
        </li>
    }
    .into_any()
}
