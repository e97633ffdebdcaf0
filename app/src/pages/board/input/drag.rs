//! A mouse or a finger on a card.

use super::{Hands, card_of, column_at, ghost::Ghost, is_in_control, scroll, spot::Spot};
use crate::pages::board::hand::{By, Carry, Did, LONG_PRESS_MS, Then};
use domain::board::Place;
use leptos::{
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle},
    prelude::*,
};
use std::time::Duration;
use web_sys::{Event, HtmlElement, PointerEvent};

/// What is known of the pointer between press and release.
#[derive(Default)]
pub(super) struct Drag {
    pointer: i32,
    at: (f64, f64),
    card: Option<HtmlElement>,
    ghost: Option<Ghost>,
    /// The card that shows between which ones it is held.
    marked: Option<HtmlElement>,
    rest: Option<TimeoutHandle>,
    /// A frame is asked for already.
    drawing: bool,
}

pub(super) fn pressed(hands: Hands, event: &PointerEvent) {
    if event.button() != 0 || !event.is_primary() || is_in_control(event, "button, [popover]") {
        return;
    }
    let Some((id, card)) = card_of(event) else {
        return;
    };
    let Some(entry) = hands.board.peek(id).filter(|entry| entry.pending.is_none()) else {
        return;
    };
    let (at, touch) = (place(event), event.pointer_type() != "mouse");
    let rest = touch.then(|| {
        set_timeout_with_handle(
            move || did(hands, Did::Rest),
            Duration::from_millis(LONG_PRESS_MS),
        )
    });
    hands.drag.set_value(Drag {
        pointer: event.pointer_id(),
        at,
        card: Some(card),
        rest: rest.and_then(Result::ok),
        ..Drag::default()
    });
    did(
        hands,
        Did::Press {
            id,
            from: entry.card.stage,
            at,
            touch,
        },
    );
}

pub(super) fn moved(hands: Hands, event: &PointerEvent) {
    let at = place(event);
    let ours = hands.drag.try_update_value(|drag| {
        drag.at = at;
        drag.pointer == event.pointer_id()
    });
    if ours == Some(true) {
        did(hands, Did::Move(at));
        draw(hands);
    }
}

/// The card goes where the pointer is now, which may be further than the last frame saw.
pub(super) fn released(hands: Hands, event: &PointerEvent) {
    let carry = hands.board.hand.get_untracked().carried();
    if let Some(carry) = carry.filter(|carry| carry.by == By::Pointer) {
        let at = place(event);
        hands
            .board
            .hand_did(Did::Over(column_at(hands.board, carry.id, at)));
        hands
            .board
            .place
            .set_value(spot_of(hands, carry, at).map(|spot| spot.place));
    }
    did(hands, Did::Release);
    hands.drag.update_value(Drag::let_go);
}

/// Shows where a card that is carried by keys would go, as a pointer shows it.
pub(super) fn show_place(hands: Hands, place: Option<Place>) {
    let carry = hands.board.hand.get_untracked().carried();
    let spot = carry.zip(place).and_then(|(carry, place)| {
        let kind = hands.board.peek(carry.id)?.card.kind;
        Spot::of(carry.id, (kind, carry.over?), place)
    });
    hands
        .drag
        .update_value(|drag| Spot::mark(spot, &mut drag.marked));
}

pub(super) fn cancelled(hands: Hands) {
    did(hands, Did::Cancel);
    hands.drag.update_value(Drag::let_go);
}

/// While a card is carried, the finger does not scroll and opens no menu.
pub(super) fn keep_still(hands: Hands, event: &Event) {
    if hands.drag.with_value(|drag| drag.ghost.is_some()) && event.cancelable() {
        event.prevent_default();
    }
}

fn did(hands: Hands, did: Did) {
    if let Then::Lifted(_) = hands.board.hand_did(did) {
        hands.drag.update_value(Drag::lift);
        draw(hands);
    }
}

/// Draws the ghost where the pointer is, once a frame; goes on by itself while the edge of the screen scrolls.
fn draw(hands: Hands) {
    let asked = hands.drag.try_update_value(|drag| {
        let carries = drag.ghost.is_some() && !drag.drawing;
        drag.drawing |= carries;
        carries
    });
    if asked == Some(true) {
        request_animation_frame(move || frame(hands));
    }
}

fn frame(hands: Hands) {
    let at = hands.drag.try_update_value(|drag| {
        drag.drawing = false;
        drag.ghost.as_ref().map(|ghost| ghost.follow(drag.at))?;
        Some(drag.at)
    });
    let (Some(Some(at)), Some(carry)) = (at, hands.board.hand.get_untracked().carried()) else {
        return;
    };
    hands
        .board
        .hand_did(Did::Over(column_at(hands.board, carry.id, at)));
    let spot = spot_of(hands, carry, at);
    hands
        .drag
        .update_value(|drag| Spot::mark(spot, &mut drag.marked));
    if scroll::at_edge(at) {
        draw(hands);
    }
}

/// Where between the cards of its lane's column it is held; none where it would stay where it is.
fn spot_of(hands: Hands, carry: Carry, at: (f64, f64)) -> Option<Spot> {
    let column = column_at(hands.board, carry.id, at)?;
    let spot = Spot::at(carry.id, at)?;
    let stays = column == carry.from && hands.board.stands_at(carry.id, spot.place);
    (!stays).then_some(spot)
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

impl Drag {
    /// Makes the ghost and keeps the pointer, wherever it goes.
    fn lift(&mut self) {
        let Some(card) = self.card.take() else { return };
        if let Some(board) = card.closest(".board").ok().flatten() {
            // Fails only where the pointer is up already.
            let _ = board.set_pointer_capture(self.pointer);
        }
        self.ghost = Ghost::of(&card, self.at);
    }

    fn let_go(&mut self) {
        if let Some(rest) = self.rest.take() {
            rest.clear();
        }
        self.ghost = None;
        self.card = None;
        Spot::mark(None, &mut self.marked);
    }
}
