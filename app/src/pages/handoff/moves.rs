//! Where it stands, and the buttons that move it on.

use super::{
    Shown,
    moving::{Ask, Asking, Draft, MoveDialog, Verdict, title, verb, verdict},
};
use crate::{
    api::{
        board::{SendPlainMove, send_move},
        error::ApiError,
    },
    json,
    ui::{Button, Look, announcer::use_announcer, toast::use_toasts},
};
use domain::{
    board::{HandoffCard, MoveHandoff},
    handoff::Stage,
};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn, task::spawn_local};

pub(super) fn moves(shown: Shown) -> AnyView {
    let card = shown.part(|page| page.card.clone());
    let asking = RwSignal::new(None::<Asking>);
    let draft = StoredValue::new(Draft::default());
    let pods = StoredValue::new(shown.page.read_untracked().pods.clone());
    let send = sender(shown, asking, draft);
    let go = move |to: Stage| {
        let card = card.get_untracked();
        match verdict(&card, to, shown.role) {
            Verdict::Goes(Ask::Nothing) => send.run(MoveHandoff::plain(card.id, card.version, to)),
            Verdict::Goes(ask) => asking.set(Some(ask_for(card, to, ask, draft))),
            Verdict::Stays | Verdict::Refused(_) => {}
        }
    };
    let buttons = move || {
        let card = card.get();
        let others = Stage::ALL
            .iter()
            .copied()
            .filter(|stage| *stage != card.stage);
        others
            .map(|to| button(&card, to, verdict(&card, to, shown.role), go))
            .collect_view()
    };
    view! {
        <section class="handoff-moves" aria-label="Where it stands">
            <ol class="stages">{move || stages(card.read().stage)}</ol>
            <div class="row">{buttons}</div>
            {move || refusals(&card.get(), shown)}
        </section>
        <MoveDialog asking pods send />
    }
    .into_any()
}

fn stages(now: Stage) -> AnyView {
    let stages = Stage::ALL.iter().map(|stage| {
        let class = if *stage < now { "past" } else if *stage == now { "now" } else { "ahead" };
        view! { <li class=class aria-current=(*stage == now).then_some("step")>{title(*stage)}</li> }
    });
    stages.collect_view().into_any()
}

/// A form of one button, so that it works without scripts; with them, what the move asks is asked in a dialog.
fn button(
    card: &HandoffCard,
    to: Stage,
    verdict: Verdict,
    go: impl Fn(Stage) + Copy + Send + Sync + 'static,
) -> AnyView {
    let Verdict::Goes(ask) = verdict else {
        return ().into_any();
    };
    let look = if to == Stage::Preparing {
        Look::Plain
    } else {
        Look::Primary
    };
    let (id, version, words) = (
        card.id.to_string(),
        card.version.to_string(),
        verb(card.kind, to),
    );
    let asked = without_scripts(&ask);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        go(to);
    };
    view! {
        <form method="post" action=SendPlainMove::url() on:submit=submit>
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="version" value=version />
            <input type="hidden" name="to" value=to.name() />
            <noscript inner_html=asked></noscript>
            <Button look submit=true>{words}</Button>
        </form>
    }
    .into_any()
}

/// The field that a browser without scripts shows before the button. Nothing in it comes from anybody's typing.
const fn without_scripts(ask: &Ask) -> &'static str {
    match ask {
        Ask::Nothing | Ask::Pod => "",
        Ask::Reason => "<label>Why? <input class=control name=reason required></label>",
        Ask::Items(_) => {
            "<label>Why without what is missing? <input class=control name=waive></label>"
        }
        Ask::CaseStudy => {
            "<label><input type=checkbox name=case_study value=true> Case-study package delivered</label>"
        }
    }
}

/// Why the moves that one might look for are not there.
fn refusals(card: &HandoffCard, shown: Shown) -> Option<AnyView> {
    let next = match card.stage {
        Stage::Preparing => Stage::Submitted,
        Stage::Submitted | Stage::InReview => Stage::Accepted,
        Stage::Accepted => return None,
    };
    match verdict(card, next, shown.role) {
        Verdict::Refused(why) => Some(view! { <p class="muted small">{why}</p> }.into_any()),
        _ => None,
    }
}

fn ask_for(card: HandoffCard, to: Stage, ask: Ask, draft: StoredValue<Draft>) -> Asking {
    draft.update_value(|draft| draft.prepare(&card));
    Asking {
        card,
        to,
        ask,
        draft: draft.get_value(),
        conflict: None,
        fault: None,
    }
}

/// Sends a move; on a conflict it shows what it is now and lets its user go on.
fn sender(
    shown: Shown,
    asking: RwSignal<Option<Asking>>,
    draft: StoredValue<Draft>,
) -> Callback<MoveHandoff> {
    let (toasts, announcer) = (use_toasts(), use_announcer());
    Callback::new(move |asked: MoveHandoff| {
        spawn_local(async move {
            let to = asked.to;
            match send_move(asked).await {
                Ok(card) => {
                    draft.set_value(Draft::default());
                    announcer.say(format!("Moved to {}.", title(card.stage)));
                    shown.page.update(|page| page.card = card);
                    shown.reload.run(());
                }
                Err(error) => {
                    let said = error.to_string();
                    shown.reload.run(());
                    match ask_again(error, to, shown, draft) {
                        Some(again) => asking.set(Some(again)),
                        None => toasts.fail(said),
                    }
                }
            }
        });
    })
}

fn ask_again(
    error: ApiError,
    to: Stage,
    shown: Shown,
    draft: StoredValue<Draft>,
) -> Option<Asking> {
    let said = error.to_string();
    let (card, conflict) = match error {
        ApiError::Conflict { sentence, now } => {
            (json::read(&now.to_string()).ok()?, Some(sentence))
        }
        ApiError::Invalid { .. } | ApiError::Unreachable => {
            (shown.page.read_untracked().card.clone(), None)
        }
        _ => return None,
    };
    let Verdict::Goes(ask) = verdict(&card, to, shown.role) else {
        return None;
    };
    if conflict.is_none() && ask == Ask::Nothing {
        return None;
    }
    let fault = conflict.is_none().then_some(said);
    Some(Asking {
        conflict,
        fault,
        ..ask_for(card, to, ask, draft)
    })
}
