//! What was changed about the limits, the latest on top, and taking a change back.

use super::said;
use crate::{
    api::board::{TakeBackLimit, take_back_limit},
    pages::{handoff::moving::title, taking_back::taking_back},
    ui::{Avatar, Badge, Button, Icon, Look, Tone, When, toast::Toasts},
};
use domain::board::{LimitChange, Undo};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn};

/// Takes the change number `seq` back.
pub(super) fn undo(
    seq: i64,
    toasts: Toasts,
    reload: Callback<()>,
) -> impl Fn() + Clone + Send + Sync + 'static {
    taking_back(toasts, reload, move || take_back_limit(seq))
}

/// The list of changes; nothing before the first.
pub(super) fn list(changes: &[LimitChange], toasts: Toasts, reload: Callback<()>) -> AnyView {
    let lines: Vec<_> = changes
        .iter()
        .map(|change| line(change, toasts, reload))
        .collect();
    let section = || {
        view! {
            <section class="section" aria-labelledby="limit-changes">
                <h2 id="limit-changes">"What was changed"</h2>
                <ol class="history">{lines}</ol>
            </section>
        }
    };
    (!changes.is_empty()).then(section).into_any()
}

fn line(change: &LimitChange, toasts: Toasts, reload: Callback<()>) -> AnyView {
    let column = format!("{}, {}", change.kind, title(change.stage));
    let (before, now) = (said(change.before.as_ref()), said(change.now.as_ref()));
    let verb = if change.takes_back {
        "took a change back in"
    } else {
        "changed"
    };
    let undone = change
        .taken_back
        .then(|| view! { <Badge label="Taken back" tone=Tone::Neutral /> });
    let offered = change.undo == Some(Undo::Offered);
    let seq = change.seq;
    view! {
        <li class:taken-back=change.taken_back>
            <Avatar name=change.by.clone() beside_name=true />
            <div>
                <p><strong>{change.by.clone()}</strong> " " {verb} " " {column} ": " {before} " → " {now}</p>
                <p class="row tight muted small"><When at=change.at /> {undone}</p>
                {offered.then(|| take_back(seq, toasts, reload))}
            </div>
        </li>
    }
    .into_any()
}

fn take_back(seq: i64, toasts: Toasts, reload: Callback<()>) -> AnyView {
    let undo = undo(seq, toasts, reload);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        undo();
    };
    view! {
        <form method="post" action=TakeBackLimit::url() on:submit=submit>
            <input type="hidden" name="seq" value=seq.to_string() />
            <Button look=Look::Quiet icon=Icon::Return submit=true>"Take back"</Button>
        </form>
    }
    .into_any()
}
