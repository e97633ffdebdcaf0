//! One card: whose, what, how far, who has it, until when.

use super::{hand::Carry, model::Entry, spoken, store::BoardStore};
use crate::ui::{Avatar, ClockBar, Icon, ItemSegments, LeftMark, now::use_now};
use domain::{
    handoff::{Stage, gate::ItemState},
    ids::HandoffId,
    time::Instant,
};
use leptos::prelude::*;

/// A handoff on the board. Only this is drawn anew when it changes.
#[component]
pub fn Card(
    /// The board that it is on.
    board: BoardStore,
    /// Which.
    id: HandoffId,
) -> impl IntoView {
    let now = use_now();
    let entry = Memo::new(move |_| board.entry(id));
    let label = Memo::new(move |_| {
        entry
            .read()
            .as_ref()
            .map(|entry| spoken::label(&entry.card, now.get(), entry.pending.is_some()))
    });
    let is = move |test: fn(&Entry) -> bool| entry.read().as_ref().is_some_and(test);
    let carried = move || matches!(board.hand.get().carried(), Some(Carry { id: carried, .. }) if carried == id);
    let face = move || entry.get().map(|entry| face(&entry, now.get_untracked()));
    view! {
        <li class="card-place">
            <article class="handoff-card" id=format!("card-{id}") data-card=id.to_string() tabindex="0"
                aria-label=label aria-roledescription="card" aria-describedby="board-help"
                class:pending=move || is(|entry| entry.pending.is_some())
                class:moved=move || is(|entry| entry.moved_by.is_some())
                class:carried=carried>
                {face}
                <button class="button quiet icon-only card-menu" type="button" popovertarget="move-menu"
                    aria-label="Move to…" title="Move to…" on:click=move |_| {
                        board.late.set_value(false);
                        board.menu.set(Some(id));
                    }>
                    {Icon::More.small()}
                </button>
            </article>
        </li>
    }
    .into_any()
}

fn face(entry: &Entry, now: Instant) -> AnyView {
    let card = &entry.card;
    let left = card.holder.filter(|_| card.is_left_behind(now));
    let (done, required) = card.items_done();
    let states: Vec<ItemState> = card.items.iter().map(|(_, state)| *state).collect();
    let holder = card.holder_name.clone();
    let note = entry.moved_by.as_ref().map(|by| format!("{by} moved this"));
    let note = note.or_else(|| entry.pending.map(|_| "Moving…".to_owned()));
    view! {
        <p class="card-client truncate">
            {card.client_name.clone()}
            {(card.returns > 0).then(|| returned(card.returns))}
            {left.map(|person| view! { <LeftMark person /> })}
        </p>
        <a class="card-title truncate" href=format!("/handoffs/{}", card.id) draggable="false" title=card.title.clone()>
            {card.title.clone()}
        </a>
        <div class="card-foot">
            {holder.map(|name| view! { <Avatar name /> })}
            <ItemSegments items=states />
            <span class="card-items num" aria-hidden="true">{done} "/" {required}</span>
            {match note {
                Some(note) => view! { <span class="card-note truncate">{note}</span> }.into_any(),
                None => clock(entry),
            }}
        </div>
    }
    .into_any()
}

fn returned(times: i64) -> AnyView {
    let words = if times == 1 {
        "returned once".to_owned()
    } else {
        format!("returned {times} times")
    };
    view! { <span class="card-returns num" title=words.clone()>{Icon::Return.small()} {times} <span class="visually-hidden">{words.clone()}</span></span> }
        .into_any()
}

/// The clock, while it runs or waits; of one that was met, only that it was late.
fn clock(entry: &Entry) -> AnyView {
    let clock = entry.card.running();
    let promised = clock.due_at.is_some() || clock.held.is_some();
    let in_time = clock.met_at.is_some() && clock.kept() != Some(false);
    let shown = promised && !in_time && entry.stage() != Stage::Accepted;
    shown
        .then(|| view! { <ClockBar clock quiet=true /> })
        .into_any()
}
