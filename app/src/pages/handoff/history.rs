//! Who did what, the latest on top, and taking the last move back.

use super::{Shown, corrections::corrections, moving::title};
use crate::{
    api::{
        board::{TakeBackMove, take_back_move},
        handoffs::{TakeBackText, take_back_text},
        packages::{TakeBackSection, take_back_section},
    },
    ui::{
        Avatar, Badge, Button, Icon, Look, Tone, When, announcer::use_announcer, toast::use_toasts,
        when::span,
    },
};
use domain::{
    board::{Entry, Happened, Undo},
    handoff::{AT_ONCE, HandoffEventKind},
};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn, task::spawn_local};

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

/// The button that takes the last move, or the last text of an item, back; or why that cannot be.
fn take_back(undo: &Undo, what: Happened, shown: Shown) -> AnyView {
    let version = shown.page.read_untracked().card.version;
    let (action, part) = match what {
        Happened::Wrote(item) | Happened::TookBackText(item) => {
            (TakeBackText::url(), Some(("item", item.name())))
        }
        Happened::WroteSection(section) | Happened::TookBackSection(section) => {
            (TakeBackSection::url(), Some(("section", section.name())))
        }
        Happened::Event(_) | Happened::TookBack(_) => (TakeBackMove::url(), None),
    };
    match undo {
        Undo::Refused(why) => {
            view! { <p class="muted small">"Cannot be taken back. " {why.clone()}</p> }.into_any()
        }
        Undo::Offered => view! {
            <form method="post" action=action on:submit=sender(shown, version, what)>
                <input type="hidden" name="id" value=shown.id.to_string() />
                <input type="hidden" name="version" value=version.to_string() />
                {part.map(|(name, value)| view! { <input type="hidden" name=name value=value /> })}
                <Button look=Look::Quiet icon=Icon::Return submit=true>"Take back"</Button>
            </form>
        }
        .into_any(),
    }
}

fn sender(shown: Shown, version: i64, what: Happened) -> impl Fn(SubmitEvent) + 'static {
    let (toasts, announcer) = (use_toasts(), use_announcer());
    move |event: SubmitEvent| {
        event.prevent_default();
        spawn_local(async move {
            let done = match what {
                Happened::Wrote(item) | Happened::TookBackText(item) => {
                    take_back_text(shown.id, version, item).await
                }
                Happened::WroteSection(section) | Happened::TookBackSection(section) => {
                    take_back_section(shown.id, version, section).await
                }
                Happened::Event(_) | Happened::TookBack(_) => {
                    take_back_move(shown.id, version).await
                }
            };
            match done {
                Ok(card) => {
                    announcer.say(format!("Taken back. It is in {}.", title(card.stage)));
                    shown.page.update(|page| page.card = card);
                }
                Err(error) => toasts.fail(error.to_string()),
            }
            shown.reload.run(());
        });
    }
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
