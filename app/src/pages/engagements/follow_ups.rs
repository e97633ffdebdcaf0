//! Sales' loop after closed engagements: what is still open.

use crate::{
    api::closing::load_follow_ups,
    json::load,
    ui::{Badge, ErrorNotice, Tone, when::date},
};
use domain::closing::OpenFollowUp;
use leptos::prelude::*;

/// The open follow-ups, where there are any.
pub(super) fn follow_ups() -> AnyView {
    let loaded = load(|| (), |()| load_follow_ups());
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(open) if open.is_empty() => ().into_any(),
                Ok(open) => list(&open),
                Err(error) => view! { <ErrorNotice what=error.to_string() /> }.into_any(),
            }
        })
    };
    view! { <Suspense>{shown}</Suspense> }.into_any()
}

fn list(open: &[OpenFollowUp]) -> AnyView {
    let title = format!("Follow-ups to close: {}", open.len());
    let rows = open.iter().map(row).collect_view();
    view! {
        <details class="card follow-ups more">
            <summary><h2>{title}</h2></summary>
            <ul>{rows}</ul>
        </details>
    }
    .into_any()
}

fn row(open: &OpenFollowUp) -> AnyView {
    let now = &open.now;
    let next = match (now.next_step.is_empty(), now.next_on) {
        (true, _) if now.nps_asked_at.is_none() => "Ask for an NPS answer".to_owned(),
        (true, _) => "Decide what comes next".to_owned(),
        (false, Some(day)) => format!("{}, {}", now.next_step, date(day)),
        (false, None) => now.next_step.clone(),
    };
    let overdue = open
        .overdue
        .then(|| view! { <Badge label="Overdue" tone=Signal::stored(Tone::Bad) /> });
    let since = date(open.since);
    view! {
        <li>
            <a href=format!("/handoffs/{}/report", open.handoff)>{open.client_name.clone()} ", " {open.engagement_name.clone()}</a>
            <span>{next} {overdue}</span>
            <span class="muted">"Report accepted " {since}</span>
        </li>
    }
    .into_any()
}
