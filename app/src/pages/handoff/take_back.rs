//! Taking a line of the history back: the last move, or what was last written.

use super::{Shown, moving::title};
use crate::{
    api::{
        board::{TakeBackMove, take_back_move},
        closing::{TakeBackReport, take_back_report},
        error::ApiError,
        handoffs::{TakeBackNeededOn, TakeBackText, take_back_needed_on, take_back_text},
        packages::{TakeBackSection, take_back_section},
    },
    ui::{Button, Icon, Look, announcer::use_announcer, toast::use_toasts},
};
use domain::{
    board::{HandoffCard, Happened, Undo},
    handoff::Item,
    ids::HandoffId,
    package::Section,
};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn, task::spawn_local};

/// What is taken back.
#[derive(Clone, Copy)]
enum Undone {
    Move,
    Text(Item),
    Section(Section),
    NeededOn,
    Report,
}

impl Undone {
    const fn of(what: Happened) -> Self {
        match what {
            Happened::Event(_) | Happened::TookBack(_) => Self::Move,
            Happened::Wrote(item) | Happened::TookBackText(item) => Self::Text(item),
            Happened::WroteSection(section) | Happened::TookBackSection(section) => {
                Self::Section(section)
            }
            Happened::SetNeededOn(_) | Happened::TookBackNeededOn(_) => Self::NeededOn,
            Happened::WroteReport | Happened::TookBackReport => Self::Report,
        }
    }

    /// Where its form posts to.
    fn url(self) -> &'static str {
        match self {
            Self::Move => TakeBackMove::url(),
            Self::Text(_) => TakeBackText::url(),
            Self::Section(_) => TakeBackSection::url(),
            Self::NeededOn => TakeBackNeededOn::url(),
            Self::Report => TakeBackReport::url(),
        }
    }

    /// The field that says which part of the package it is.
    fn part(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Text(item) => Some(("item", item.name())),
            Self::Section(section) => Some(("section", section.name())),
            Self::Move | Self::NeededOn | Self::Report => None,
        }
    }

    async fn send(self, id: HandoffId, version: i64) -> Result<HandoffCard, ApiError> {
        match self {
            Self::Move => take_back_move(id, version, String::new()).await,
            Self::Text(item) => take_back_text(id, version, item).await,
            Self::Section(section) => take_back_section(id, version, section).await,
            Self::NeededOn => take_back_needed_on(id, version).await,
            Self::Report => take_back_report(id, version).await,
        }
    }
}

/// Why a card goes back into a column without room, for a browser without scripts.
const OVER_LIMIT: &str = "<label>Why beyond the column's limit, where it is full? <input class=control name=over_limit></label>";

/// The button that takes `what` happened back; or why that cannot be.
pub(super) fn take_back(undo: &Undo, what: Happened, shown: Shown) -> AnyView {
    let version = shown.page.read_untracked().card.version;
    let undone = Undone::of(what);
    match undo {
        Undo::Refused(why) => {
            view! { <p class="muted small">"Cannot be taken back. " {why.clone()}</p> }.into_any()
        }
        Undo::Offered => view! {
            <form method="post" action=undone.url() on:submit=sender(shown, version, undone)>
                <input type="hidden" name="id" value=shown.id.to_string() />
                <input type="hidden" name="version" value=version.to_string() />
                <noscript inner_html=matches!(undone, Undone::Move).then_some(OVER_LIMIT)></noscript>
                {undone.part().map(|(name, value)| view! { <input type="hidden" name=name value=value /> })}
                <Button look=Look::Quiet icon=Icon::Return submit=true>"Take back"</Button>
            </form>
        }
        .into_any(),
    }
}

fn sender(shown: Shown, version: i64, undone: Undone) -> impl Fn(SubmitEvent) + 'static {
    let (toasts, announcer) = (use_toasts(), use_announcer());
    let settled = Callback::new(move |done: Result<HandoffCard, ApiError>| {
        match done {
            Ok(card) => {
                announcer.say(format!("Taken back. It is in {}.", title(card.stage)));
                shown.page.update(|page| page.card = card);
            }
            Err(error) => toasts.fail(error.to_string()),
        }
        shown.reload.run(());
    });
    move |event: SubmitEvent| {
        event.prevent_default();
        if let Undone::Move = undone {
            return shown
                .undoing
                .take_back((shown.id, version), String::new(), settled);
        }
        spawn_local(async move {
            let answer = undone.send(shown.id, version).await;
            // The page may be left by then.
            settled.try_run(answer);
        });
    }
}
