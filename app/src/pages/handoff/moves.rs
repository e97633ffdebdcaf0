//! Where it stands, and the buttons that move it on.

use super::{
    Shown,
    moving::{Ask, Asking, Draft, MoveDialog, Verdict, title, to_the_answer, verb, verdict},
    package::{being_written, go_back_to},
};
use crate::{
    api::{
        board::{SendPlainMove, send_move},
        error::ApiError,
    },
    json,
    ui::{Button, Look, TextField, announcer::use_announcer, focus::focus, toast::use_toasts},
};
use domain::{
    board::{HandoffCard, MoveHandoff},
    handoff::Stage,
    package::Section,
};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn, task::spawn_local};
use leptos_router::hooks::use_query_map;

pub(super) fn moves(shown: Shown) -> AnyView {
    let card = shown.part(|page| page.card.clone());
    let asking = RwSignal::new(None::<Asking>);
    let late = Late::new();
    let draft = StoredValue::new(late.draft());
    let pods = StoredValue::new(shown.page.read_untracked().pods.clone());
    let send = sender(shown, asking, draft, late);
    let (query, toasts) = (use_query_map(), use_toasts());
    let go = move |to: Stage| {
        let card = card.get_untracked();
        // What is typed and not saved would stay behind.
        let written = being_written(shown, query.read_untracked().get_str("edit"));
        if let Some(section) = written.filter(|_| to == Stage::Submitted) {
            toasts.fail(still_written(section));
            return go_back_to(section);
        }
        match verdict(&card, to, shown.role) {
            Verdict::Goes(Ask::Nothing) => send.run(MoveHandoff::plain(card.id, card.version, to)),
            Verdict::Goes(ask) => asking.set(Some(ask_for(card, to, ask, draft))),
            Verdict::Stays | Verdict::Refused(_) | Verdict::Unanswered => {}
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
            {move || has_moves(&card.read(), shown).then(|| late.field())}
        </section>
        <MoveDialog asking pods send />
    }
    .into_any()
}

fn still_written(section: Section) -> String {
    let what = section.words();
    format!(
        "You are still writing {what}: save or cancel that first, then submit. What you typed is still here."
    )
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
    if ask == Ask::Qc {
        return to_verdict();
    }
    // One button stands out: what brings the work on.
    let look = match to {
        Stage::Preparing | Stage::InReview => Look::Plain,
        Stage::Submitted | Stage::Accepted => Look::Primary,
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
            <noscript inner_html=LATE></noscript>
            <Button look submit=true>{words}</Button>
        </form>
    }
    .into_any()
}

/// A deliverable is accepted by a verdict, whose form stands below what it is about.
fn to_verdict() -> AnyView {
    let go = |_| {
        focus("verdict");
    };
    view! { <a class="button primary" href="#verdict" on:click=go>"Give the verdict"</a> }
        .into_any()
}

/// When it happened, for a browser without scripts.
const LATE: &str = "<label>If it happened earlier, when? <input class=control type=datetime-local name=happened></label>";

/// The field that a browser without scripts shows before the button. Nothing in it comes from anybody's typing.
const fn without_scripts(ask: &Ask) -> &'static str {
    match ask {
        Ask::Nothing | Ask::Pod | Ask::Qc => "",
        Ask::Reason => "<label>Why? <input class=control name=reason required></label>",
        Ask::Items(_) => {
            "<label>Why without what is missing? <input class=control name=waive></label>"
        }
        Ask::CaseStudy => {
            "<label><input type=checkbox name=case_study value=true> Case-study package delivered</label>"
        }
    }
}

/// Whether the viewer can move it anywhere.
fn has_moves(card: &HandoffCard, shown: Shown) -> bool {
    let mut stages = Stage::ALL.iter();
    stages.any(|to| matches!(verdict(card, *to, shown.role), Verdict::Goes(_)))
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
        Verdict::Unanswered => {
            let why = Verdict::Unanswered.refusal();
            let (address, words) = to_the_answer(card);
            Some(view! { <p class="small">{why} " " <a href=address>{words}</a></p> }.into_any())
        }
        Verdict::Stays | Verdict::Goes(_) => None,
    }
}

fn ask_for(card: HandoffCard, to: Stage, ask: Ask, draft: StoredValue<Draft>) -> Asking {
    draft.update_value(|draft| draft.prepare(&card));
    Asking::new(card, to, ask, draft.get_value())
}

/// Sends a move; on a conflict it shows what it is now and lets its user go on.
fn sender(
    shown: Shown,
    asking: RwSignal<Option<Asking>>,
    draft: StoredValue<Draft>,
    late: Late,
) -> Callback<MoveHandoff> {
    let (toasts, announcer) = (use_toasts(), use_announcer());
    let settled = move |card: HandoffCard| {
        announcer.say(format!("Moved to {}.", title(card.stage)));
        shown.page.update(|page| page.card = card);
        shown.reload.run(());
    };
    let undone = Callback::new(move |done: Result<HandoffCard, ApiError>| match done {
        Ok(card) => settled(card),
        Err(error) => {
            toasts.fail(error.to_string());
            shown.reload.run(());
        }
    });
    Callback::new(move |asked: MoveHandoff| {
        late.fault.set(None);
        spawn_local(async move {
            let to = asked.to;
            match send_move(asked, late.happened.get_untracked()).await {
                Ok(card) => {
                    draft.set_value(late.draft());
                    late.happened.set(String::new());
                    let said = format!("Moved to {}", title(card.stage));
                    shown.undoing.offer(said, &card, undone);
                    settled(card);
                }
                Err(ApiError::Invalid { field, sentence }) if field == "happened" => {
                    late.fault.set(Some(sentence));
                    focus("happened");
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
    let mut full = None;
    let (card, conflict) = match error {
        ApiError::Conflict { sentence, now } => {
            (json::read(&now.to_string()).ok()?, Some(sentence))
        }
        ApiError::Invalid { field, sentence } => {
            full = (field == "over_limit").then_some(sentence);
            (shown.page.read_untracked().card.clone(), None)
        }
        ApiError::Unreachable => (shown.page.read_untracked().card.clone(), None),
        _ => return None,
    };
    let Verdict::Goes(ask) = verdict(&card, to, shown.role) else {
        return None;
    };
    if conflict.is_none() && full.is_none() && ask == Ask::Nothing {
        return None;
    }
    let fault = (conflict.is_none() && full.is_none()).then_some(said);
    Some(Asking {
        full,
        conflict,
        fault,
        ..ask_for(card, to, ask, draft)
    })
}

/// When a move really happened, where it is entered later.
#[derive(Clone, Copy)]
struct Late {
    /// As the field writes it; empty for now.
    happened: RwSignal<String>,
    /// Why it cannot have happened then.
    fault: RwSignal<Option<String>>,
}

impl Late {
    fn new() -> Self {
        Self {
            happened: RwSignal::new(String::new()),
            fault: RwSignal::new(None),
        }
    }

    /// Nothing typed yet but that.
    fn draft(self) -> Draft {
        Draft {
            happened: self.happened.into(),
            ..Draft::default()
        }
    }

    fn field(self) -> AnyView {
        view! {
            <details class="late" open=move || self.fault.read().is_some()>
                <summary>"It happened earlier"</summary>
                <TextField name="happened" label="When it happened" kind="datetime-local" value=self.happened
                    optional=true error=self.fault
                    hint="By the agency's clocks. Then move it: the history shows both times." />
            </details>
        }
        .into_any()
    }
}
