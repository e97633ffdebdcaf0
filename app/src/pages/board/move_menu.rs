//! The menu behind "Move to…": the way to move a card with single clicks.

use super::store::BoardStore;
use crate::{
    pages::handoff::moving::{title, verb},
    ui::{MenuButton, MenuLink},
};
use domain::{handoff::Stage, ids::HandoffId};
use leptos::prelude::*;

/// One menu for all cards, anchored to the button that opened it.
#[component]
pub fn MoveMenu(
    /// The board that it is on.
    board: BoardStore,
) -> impl IntoView {
    let items = move || board.menu.get().map(|id| items(board, id));
    view! {
        <div class="menu" id="move-menu" popover="auto" role="group" aria-label="Move to">
            <noscript inner_html="<p class=menu-item>Open the card to move it.</p>"></noscript>
            {items}
        </div>
    }
    .into_any()
}

fn items(board: BoardStore, id: HandoffId) -> AnyView {
    let Some(entry) = board.entry(id) else {
        return ().into_any();
    };
    let card = entry.card;
    let others = Stage::ALL
        .iter()
        .copied()
        .filter(|stage| *stage != card.stage);
    let buttons = others.map(|stage| {
        let verdict = board.verdict(id, stage);
        let refused = verdict.refusal();
        let note = verdict.hint().filter(|_| refused.is_none());
        let words = if refused.is_some() {
            title(stage)
        } else {
            verb(card.kind, stage)
        };
        let note = note.map(|note| view! { <span class="menu-why">{note}</span> });
        let move_it = move |()| board.ask_or_move(id, stage, None);
        match refused {
            Some(why) => {
                view! { <MenuButton on_click=move_it refused=why>{words}</MenuButton> }.into_any()
            }
            None => view! { <MenuButton on_click=move_it>{words} {note}</MenuButton> }.into_any(),
        }
    });
    let producer = card.producer_name.clone().map(|name| {
        let backup = card.backup_name.clone();
        let backup = backup.map_or_else(
            || "no backup".to_owned(),
            |backup| format!("backup {backup}"),
        );
        view! { <p class="menu-head small">{format!("Producer {name}, {backup}")}</p> }
    });
    view! {
        {producer}
        {buttons.collect_view()}
        <label class="menu-item menu-late">
            <input type="checkbox" on:change=move |event| board.late.set_value(event_target_checked(&event)) />
            "It happened earlier"
        </label>
        <MenuLink href=format!("/handoffs/{id}")>"Open"</MenuLink>
    }
    .into_any()
}
