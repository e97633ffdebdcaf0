//! Keys on the board.

use super::{Hands, card_of, drag};
use crate::pages::board::{
    hand::{By, Carry, Did, neighbour},
    spoken,
    store::BoardStore,
};
use domain::{handoff::Stage, ids::HandoffId};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

pub(super) fn pressed(hands: Hands, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    let used = match hands.board.hand.get_untracked().carried() {
        Some(Carry {
            by: By::Pointer, ..
        }) if key == "Escape" => {
            drag::cancelled(hands);
            true
        }
        Some(Carry {
            by: By::Pointer, ..
        }) => false,
        Some(carry) => carrying(hands, carry, &key),
        None => on_card(hands.board, event, &key),
    };
    if used {
        event.prevent_default();
    }
}

/// With a card in hand. Leaving it by Tab puts it back.
fn carrying(hands: Hands, carry: Carry, key: &str) -> bool {
    let board = hands.board;
    let did = match key {
        "ArrowLeft" => Did::Step(-1),
        "ArrowRight" => Did::Step(1),
        "Enter" | " " => Did::Drop,
        "Escape" | "Tab" => Did::Cancel,
        "ArrowUp" => return up_or_down(hands, carry, -1),
        "ArrowDown" => return up_or_down(hands, carry, 1),
        _ => return false,
    };
    // In another column it begins at the end again.
    if !matches!(did, Did::Drop) {
        board.place.set_value(None);
    }
    drag::show_place(hands, None);
    board.hand_did(did);
    if key != "Tab" && matches!(did, Did::Cancel) {
        board.find(carry.id);
    }
    key != "Tab"
}

/// Within the column that the card is held above.
fn up_or_down(hands: Hands, carry: Carry, by: isize) -> bool {
    let (board, over) = (hands.board, carry.over.unwrap_or(carry.from));
    if let Some(place) = board.carry_down(carry.id, over, by) {
        board.announcer.say(spoken::carried_to(place, over));
        drag::show_place(hands, board.place.get_value());
    }
    true
}

/// On a card itself, not on the link or button in it.
fn on_card(board: BoardStore, event: &KeyboardEvent, key: &str) -> bool {
    let Some((id, card)) = card_of(event) else {
        return false;
    };
    if event.target().as_ref() != Some(card.as_ref()) {
        return false;
    }
    match key {
        "Enter" | " " => {
            if let Some(entry) = board.peek(id).filter(|entry| entry.pending.is_none()) {
                board.hand_did(Did::PickUp(id, entry.card.stage));
            }
            true
        }
        "ArrowUp" => go(board, id, 0, -1),
        "ArrowDown" => go(board, id, 0, 1),
        "ArrowLeft" => go(board, id, -1, 0),
        "ArrowRight" => go(board, id, 1, 0),
        _ => false,
    }
}

/// To the card so many columns to the right and so many down; over empty columns to the next that has one.
fn go(board: BoardStore, id: HandoffId, right: i8, down: isize) -> bool {
    let Some(entry) = board.peek(id) else {
        return false;
    };
    let (kind, stage) = (entry.card.kind, entry.stage());
    let cell = |stage: Stage| untrack(|| board.cell(kind, stage));
    let Some(index) = cell(stage).iter().position(|known| *known == id) else {
        return false;
    };
    let mut column = stage;
    loop {
        let next = neighbour(column, right);
        if right != 0 && next == column {
            return true;
        }
        column = next;
        let cards = cell(column);
        if let Some(last) = cards.len().checked_sub(1) {
            board.find(cards[index.saturating_add_signed(down).min(last)]);
            return true;
        }
    }
}
