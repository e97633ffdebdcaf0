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
    let since = date(open.since);
    view! {
        <li>
            <a href=format!("/handoffs/{}/report#follow-up", open.handoff)>{open.client_name.clone()} ", " {open.engagement_name.clone()}</a>
            <span>{next(open)}</span>
            <span class="muted">{who_has_it(open)} " · Report accepted " {since}</span>
        </li>
    }
    .into_any()
}

/// What is to be done next, by when, and whether that is overdue.
pub fn next(open: &OpenFollowUp) -> AnyView {
    let step = open.now.next().to_owned();
    let by = open.now.next_on.map(|day| format!(", {}", date(day)));
    let overdue = open
        .overdue
        .then(|| view! { <Badge label="Overdue" tone=Signal::stored(Tone::Bad) /> });
    view! { {step} {by} " " {overdue} }.into_any()
}

/// Whose it is: the engagement's account manager's.
pub fn who_has_it(open: &OpenFollowUp) -> String {
    let named = open.account_manager.clone();
    named.unwrap_or_else(|| "Nobody’s yet".to_owned())
}
