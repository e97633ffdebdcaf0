//! Who did what, the latest on top.

use super::{Shown, corrections::corrections, take_back::take_back};
use crate::ui::{
    Avatar, Badge, Tone, When,
    when::{date, span},
};
use domain::{
    board::{Entry, Happened},
    handoff::{AT_ONCE, HandoffEventKind},
};
use leptos::prelude::*;

pub(super) fn history(shown: Shown) -> AnyView {
    let entries = shown.part(|page| page.history.clone());
    let lines = move || {
        let entries = entries.read();
        let lines = entries.iter().rev().map(|entry| line(entry, shown));
        lines.collect_view()
    };
    view! {
        <section class="section" aria-labelledby="history">
            <h2 id="history">"What happened"</h2>
            <ol class="history">{corrections(shown)} {lines}</ol>
        </section>
    }
    .into_any()
}

fn line(entry: &Entry, shown: Shown) -> AnyView {
    let by = entry.by.clone();
    let late = entry.recorded_at - entry.at;
    let late = (late > AT_ONCE).then(|| {
        let label = format!("entered {} later", span(late.num_seconds()));
        view! { <Badge label tone=Tone::Warn /> }
    });
    let waived: Vec<_> = entry.waived.iter().map(|item| item.name()).collect();
    let waived = (!waived.is_empty()).then(|| format!(" without {}", waived.join(", ")));
    let reason = (!entry.reason.is_empty())
        .then(|| view! { <blockquote>{entry.reason.clone()}</blockquote> });
    let over = (!entry.over_limit.is_empty()).then(|| {
        view! { <p class="small">"Beyond the column's limit:"</p> <blockquote>{entry.over_limit.clone()}</blockquote> }
    });
    let undone = entry
        .taken_back
        .then(|| view! { <Badge label="Taken back" tone=Tone::Neutral /> });
    view! {
        <li class:taken-back=entry.taken_back>
            {by.clone().map(|name| view! { <Avatar name beside_name=true /> })}
            <div>
                <p><strong>{by.unwrap_or_else(|| "Baton".to_owned())}</strong> " " {said(entry.what)} {waived}</p>
                {reason}
                {over}
                <p class="row tight muted small"><When at=entry.at /> {late} {undone}</p>
                {entry.undo.as_ref().map(|undo| take_back(undo, entry.what, shown))}
            </div>
        </li>
    }
    .into_any()
}

fn said(what: Happened) -> String {
    match what {
        Happened::Event(kind) => format!("{} {}", verb(kind), object(kind)),
        Happened::TookBack(kind) => format!("took back that it was {}", kind.words()),
        Happened::Wrote(item) => format!("wrote the {item}"),
        Happened::TookBackText(item) => format!("took back what was written as {item}"),
        Happened::WroteSection(section) => format!("wrote {}", section.words()),
        Happened::TookBackSection(section) => {
            format!("took back what was written as {}", section.words())
        }
        Happened::SetNeededOn(Some(day)) => format!("needs the pod on {}", date(day)),
        Happened::SetNeededOn(None) => "said no more when the pod is needed".to_owned(),
        Happened::TookBackNeededOn(Some(day)) => {
            format!(
                "took the day back: the pod is needed on {} again",
                date(day)
            )
        }
        Happened::TookBackNeededOn(None) => "took back when the pod is needed".to_owned(),
        Happened::WroteReport => "wrote the closing report".to_owned(),
        Happened::TookBackReport => "took back what was written as the closing report".to_owned(),
    }
}

const fn verb(kind: HandoffEventKind) -> &'static str {
    match kind {
        HandoffEventKind::Opened => "opened",
        HandoffEventKind::Submitted => "submitted",
        HandoffEventKind::InReview => "took",
        HandoffEventKind::Accepted => "accepted",
        HandoffEventKind::Returned => "returned",
        HandoffEventKind::AvailabilityAnswered => "answered",
    }
}

const fn object(kind: HandoffEventKind) -> &'static str {
    match kind {
        HandoffEventKind::InReview => "it into review",
        HandoffEventKind::AvailabilityAnswered => "who is available",
        _ => "it",
    }
}
