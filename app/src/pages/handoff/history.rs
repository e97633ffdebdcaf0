//! Who did what, the latest on top.

use super::Shown;
use crate::ui::{Avatar, When, when::span};
use domain::{board::Entry, handoff::HandoffEventKind};
use leptos::prelude::*;

/// What is entered later than this after it happened says so, in seconds.
const AT_ONCE: i64 = 5 * 60;

pub(super) fn history(shown: Shown) -> AnyView {
    let entries = shown.part(|page| page.history.clone());
    let lines = move || entries.read().iter().rev().map(line).collect_view();
    view! {
        <section class="section" aria-labelledby="history">
            <h2 id="history">"What happened"</h2>
            <ol class="history">{lines}</ol>
        </section>
    }
    .into_any()
}

fn line(entry: &Entry) -> AnyView {
    let by = entry.by.clone();
    let late = (entry.recorded_at - entry.at).num_seconds();
    let late = (late > AT_ONCE).then(|| format!("entered {} later", span(late)));
    let waived: Vec<_> = entry.waived.iter().map(|item| item.name()).collect();
    let waived = (!waived.is_empty()).then(|| format!(" without {}", waived.join(", ")));
    let reason = (!entry.reason.is_empty())
        .then(|| view! { <blockquote>{entry.reason.clone()}</blockquote> });
    view! {
        <li>
            {by.clone().map(|name| view! { <Avatar name beside_name=true /> })}
            <div>
                <p><strong>{by.unwrap_or_else(|| "Baton".to_owned())}</strong> " " {said(entry.kind)} {waived}</p>
                {reason}
                <p class="muted small"><When at=entry.at /> {late.map(|late| format!(" · {late}"))}</p>
            </div>
        </li>
    }
    .into_any()
}

const fn said(kind: HandoffEventKind) -> &'static str {
    match kind {
        HandoffEventKind::Opened => "opened it",
        HandoffEventKind::Submitted => "submitted it",
        HandoffEventKind::InReview => "took it into review",
        HandoffEventKind::Accepted => "accepted it",
        HandoffEventKind::Returned => "returned it",
        HandoffEventKind::AvailabilityAnswered => "answered who is available",
    }
}
