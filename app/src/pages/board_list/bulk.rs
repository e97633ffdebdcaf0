//! Moving what is chosen: the same gates as for one, and a line for each that says what became of it.

use super::Listed;
use crate::{
    api::board::send_moves,
    pages::handoff::moving::title,
    ui::{
        Button, Icon, Look, SelectField, TextField,
        announcer::{Announcer, use_announcer},
        focus::focus_soon,
        toast::use_toasts,
    },
};
use domain::{
    board::{HandoffCard, MoveHandoff, Moved},
    handoff::{HandoffKind, Stage},
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// What is typed for the move, and what became of the last one.
#[derive(Clone, Copy)]
pub(super) struct Bulk {
    to: RwSignal<String>,
    reason: RwSignal<String>,
    over_limit: RwSignal<String>,
    busy: RwSignal<bool>,
    told: RwSignal<Vec<Told>>,
}

/// What became of one of those that were chosen.
#[derive(Clone)]
struct Told {
    /// Its client and title.
    name: String,
    /// Where it is done by itself.
    href: String,
    /// Why it stays; unset where it went.
    refused: Option<String>,
}

impl Bulk {
    pub fn new() -> Self {
        Self {
            to: RwSignal::new(Stage::Submitted.name().to_owned()),
            reason: RwSignal::new(String::new()),
            over_limit: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            told: RwSignal::new(Vec::new()),
        }
    }

    fn target(self) -> Stage {
        self.to.get().parse().unwrap_or(Stage::Submitted)
    }

    /// The move of one card. A reason is what returning asks for, and what waives items on submitting.
    fn asked(self, card: &HandoffCard) -> MoveHandoff {
        let to = untrack(|| self.target());
        let text = |text: RwSignal<String>| {
            let text = text.get_untracked().trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        MoveHandoff {
            waive: text(self.reason).filter(|_| to == Stage::Submitted),
            reason: text(self.reason).filter(|_| to == Stage::Preparing),
            over_limit: text(self.over_limit),
            ..MoveHandoff::plain(card.id, card.version, to)
        }
    }
}

/// The bar that moves what is chosen; it is there while something is.
pub(super) fn bulk(listed: Listed, bulk: Bulk) -> AnyView {
    let any = move || !listed.chosen_cards().is_empty();
    let form = move || form(listed, bulk);
    view! {
        <Show when=any>{form}</Show>
        {move || told(&bulk.told.read())}
    }
    .into_any()
}

fn form(listed: Listed, bulk: Bulk) -> AnyView {
    let (toasts, announcer) = (use_toasts(), use_announcer());
    let options = Stage::ALL
        .iter()
        .map(|stage| (stage.name().to_owned(), title(*stage).to_owned()))
        .collect::<Vec<_>>();
    let count = move || match listed.chosen_cards().len() {
        1 => "1 chosen".to_owned(),
        count => format!("{count} chosen"),
    };
    let reason = move || match bulk.target() {
        Stage::Preparing => Some(("Why do they go back?", "Each return asks for it.")),
        Stage::Submitted => Some((
            "Why without what is missing?",
            "Only to waive missing items; then they do not count as compliant.",
        )),
        Stage::InReview | Stage::Accepted => None,
    };
    let by_verdict = move || {
        let cards = listed.chosen_cards();
        let judged = |card: &HandoffCard| card.kind == HandoffKind::GenerativeToProduction;
        (bulk.target() == Stage::Accepted && cards.iter().any(judged)).then(|| {
            view! { <p class="muted small">"A deliverable is accepted by QC's verdict on its page, line by line."</p> }
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let cards = untrack(|| listed.chosen_cards());
        if cards.is_empty() || bulk.busy.get_untracked() {
            return;
        }
        bulk.busy.set(true);
        spawn_local(async move {
            let asked = cards.iter().map(|card| bulk.asked(card)).collect();
            match send_moves(asked).await {
                Ok(moved) => settle(listed, bulk, announcer, &cards, moved),
                Err(error) => toasts.fail(error.to_string()),
            }
            bulk.busy.set(false);
        });
    };
    view! {
        <form class="card bulk" aria-label="Move what is chosen" novalidate on:submit=submit>
            <strong class="bulk-count">{count}</strong>
            <SelectField name="bulk-to" label="Move to" options value=bulk.to />
            {move || reason().map(|(label, hint)| view! { <TextField name="bulk-reason" label hint value=bulk.reason optional=true /> })}
            {by_verdict}
            <TextField name="bulk-over" label="Why beyond a limit?" hint="Only where a column is full." value=bulk.over_limit optional=true />
            <div class="row">
                <Button look=Look::Primary submit=true busy=bulk.busy>"Move"</Button>
                <Button on_click=move |_| listed.chosen.set(Vec::new())>"Choose none"</Button>
            </div>
        </form>
    }
    .into_any()
}

/// Tells what became of each; those that went are no longer chosen.
fn settle(
    listed: Listed,
    bulk: Bulk,
    announcer: Announcer,
    cards: &[HandoffCard],
    moved: Vec<Moved>,
) {
    let refused = moved.iter().filter(|moved| moved.refused.is_some()).count();
    announcer.say(format!(
        "{} moved, {refused} refused.",
        moved.len() - refused
    ));
    listed.chosen.set(
        moved
            .iter()
            .filter(|moved| moved.refused.is_some())
            .map(|moved| moved.id)
            .collect(),
    );
    let told = moved.into_iter().filter_map(|moved| {
        let card = cards.iter().find(|card| card.id == moved.id)?;
        Some(Told {
            name: format!("{}, {}", card.client_name, card.title),
            href: format!("/handoffs/{}", card.id),
            refused: moved.refused,
        })
    });
    bulk.told.set(told.collect());
    bulk.reason.set(String::new());
    bulk.over_limit.set(String::new());
    listed.reload.run(());
    focus_soon("bulk-result".to_owned());
}

fn told(told: &[Told]) -> Option<AnyView> {
    if told.is_empty() {
        return None;
    }
    let line = |Told {
                    name,
                    href,
                    refused,
                }: Told| {
        match refused {
        None => view! { <li class="good">{Icon::Met.small()} {name} " moved"</li> }.into_any(),
        Some(why) => view! {
            <li class="bad">{Icon::Breached.small()} <span><a href=href><strong>{name}</strong></a> " stays. " {why}</span></li>
        }
        .into_any(),
    }
    };
    let lines = told.iter().cloned().map(line);
    Some(
        view! {
            <section class="bulk-result" id="bulk-result" tabindex="-1" aria-label="What became of each">
                <ul>{lines.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}
