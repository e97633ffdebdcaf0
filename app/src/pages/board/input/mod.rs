//! Pointer and keys on the board, turned into what the hand does. One set of listeners serves all cards.

mod drag;
mod ghost;
mod keys;
mod scroll;
mod spot;

use super::store::BoardStore;
use domain::{handoff::Stage, ids::HandoffId};
use drag::Drag;
use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{AddEventListenerOptions, Element, Event, HtmlElement};

/// Listens on `root` for as long as the board stands.
pub fn listen(board: BoardStore, root: NodeRef<html::Div>) {
    let listeners = StoredValue::new_local(Vec::<Closure<dyn FnMut(Event)>>::new());
    let drag = StoredValue::new_local(Drag::default());
    Effect::new(move |_| {
        let Some(root) = root.get() else { return };
        let root: HtmlElement = root.unchecked_into();
        let on = |name: &str, act: fn(Hands, &Event)| {
            let hands = Hands { board, drag };
            let listener = Closure::new(move |event: Event| act(hands, &event));
            let options = AddEventListenerOptions::new();
            // A finger that carries a card must not scroll: that is said in `touchmove`, which is passive otherwise.
            options.set_passive(false);
            // Fails for no name of these.
            let _ = root.add_event_listener_with_callback_and_add_event_listener_options(
                name,
                listener.as_ref().unchecked_ref(),
                &options,
            );
            listeners.update_value(|kept| kept.push(listener));
        };
        on("pointerdown", |hands, event| {
            drag::pressed(hands, event.unchecked_ref())
        });
        on("pointermove", |hands, event| {
            drag::moved(hands, event.unchecked_ref())
        });
        on("pointerup", |hands, event| {
            drag::released(hands, event.unchecked_ref())
        });
        on("pointercancel", |hands, _| drag::cancelled(hands));
        on("touchmove", drag::keep_still);
        on("contextmenu", drag::keep_still);
        on("dragstart", |_, event| event.prevent_default());
        on("keydown", |hands, event| {
            keys::pressed(hands, event.unchecked_ref())
        });
    });
    on_cleanup(move || {
        // Fails only where it is gone already.
        let _ = listeners.try_update_value(Vec::clear);
    });
}

/// What the listeners work with.
#[derive(Clone, Copy)]
struct Hands {
    board: BoardStore,
    drag: StoredValue<Drag, LocalStorage>,
}

/// The card that an event happened in.
fn card_of(event: &Event) -> Option<(HandoffId, HtmlElement)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let card = target.closest("[data-card]").ok()??;
    let id = card.get_attribute("data-card")?.parse().ok()?;
    Some((id, card.dyn_into().ok()?))
}

/// Whether an event happened in something within a card that has its own use for it.
fn is_in_control(event: &Event, controls: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(controls).ok().flatten().is_some())
}

/// The column of a card's own lane at a point of the screen.
fn column_at(board: BoardStore, id: HandoffId, (x, y): (f64, f64)) -> Option<Stage> {
    let kind = board.peek(id)?.card.kind;
    let element = document().element_from_point(x as f32, y as f32)?;
    let column = element.closest("[data-stage]").ok()??;
    let same_lane = column.get_attribute("data-kind")? == kind.number().to_string();
    let stage = column.get_attribute("data-stage")?.parse().ok()?;
    same_lane.then_some(stage)
}
