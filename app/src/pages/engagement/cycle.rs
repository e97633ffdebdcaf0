//! The cycle of an engagement's handoffs as one line: where it stands, how long each part took, what is next.

use crate::{
    pages::handoff::moving::title,
    ui::{Avatar, Icon, LeftMark, now::use_now, when::span},
};
use domain::{
    board::HandoffCard,
    engagement::{CycleStep, EngagementPage, next_step},
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
    let kinds = kinds.collect_view();
    view! {
        <section class="stack tight" aria-labelledby="cycle">
            <h2 class="visually-hidden" id="cycle">"The cycle of its handoffs"</h2>
            <ol class="cycle">{kinds}</ol>
            {next(page)}
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
                {took(step)}
            </a>
        </li>
    }
    .into_any()
}

/// How long it took; of one that is open, how long it takes so far.
fn took(step: &CycleStep) -> Option<AnyView> {
    let now = use_now();
    let step = step.clone();
    step.opened_at?;
    let words = move || {
        let seconds = step.took(now.get()).unwrap_or_default();
        let word = if step.stage == Stage::Accepted {
            "took"
        } else {
            "for"
        };
        format!("{word} {}", span(seconds))
    };
    Some(view! { <span class="muted small">{words}</span> }.into_any())
}

/// What is next, and who has it: the open handoff that runs out first.
fn next(page: &EngagementPage) -> Option<AnyView> {
    let due = |card: &&HandoffCard| (card.clock.due_at.is_none(), card.clock.due_at);
    let card = page.open.iter().min_by_key(due)?;
    let what = next_step(card.kind, card.stage)?;
    let left = card
        .holder
        .filter(|_| card.is_left_behind(use_now().get_untracked()));
    let left = left.map(|person| view! { <LeftMark person /> });
    let holder = card.holder_name.clone().map(|name| {
        view! { <span class="person"><Avatar name=name.clone() beside_name=true /> {name} " has it" {left}</span> }
    });
    Some(
        view! {
            <p class="cycle-next row">
                <span>"Next: " <a href=format!("/handoffs/{}", card.id)>{what}</a></span>
                {holder}
            </p>
        }
        .into_any(),
    )
}
