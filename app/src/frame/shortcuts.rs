//! The keys that do something anywhere. None of them does while somebody types, and all but ⌘K / Ctrl K can be switched off.

use super::overlays::Overlay;
use domain::{
    people::AccessRole,
    policy::{Page, rail},
};
use leptos::{ev::KeyboardEvent, prelude::*, wasm_bindgen::JsCast, web_sys::Element};

/// How long the second of two keys may take, in milliseconds.
const SECOND_KEY: f64 = 1_500.0;

/// The attribute of the root element that says `off` where this browser wants no shortcuts.
pub const ATTRIBUTE: &str = "data-shortcuts";

/// Where typing happens, and where keys have a meaning of their own.
const TYPING: &str =
    "input, textarea, select, [contenteditable], dialog[open], [popover]:popover-open";

/// The letter that goes to a page, behind `g`.
pub const fn letter(page: Page) -> &'static str {
    match page {
        Page::Board => "b",
        Page::Jobs => "j",
        Page::Engagements => "e",
        Page::Dashboard => "d",
        Page::Quality => "q",
        Page::Plan => "p",
        Page::Team => "t",
        Page::Portal => "r",
    }
}

/// The letter that goes to the feed, behind `g`.
pub const FEED: &str = "f";

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// Nothing here.
    Nothing,
    /// The first of two keys.
    More,
    /// Opens something over the page, or closes it.
    Overlay(Overlay),
    /// Goes to a page.
    Page(&'static str),
}

/// What a key that was pressed means to a viewer of `role`. `begun` is when the first of two keys was pressed, in
/// milliseconds.
pub(super) fn meant(
    event: &KeyboardEvent,
    begun: StoredValue<Option<f64>>,
    role: Option<AccessRole>,
) -> Meant {
    let key = event.key();
    let commanded = event.ctrl_key() || event.meta_key();
    if commanded && !event.alt_key() && key.eq_ignore_ascii_case("k") {
        return Meant::Overlay(Overlay::Palette);
    }
    if event.default_prevented() || commanded || event.alt_key() || is_typing(event) || is_off() {
        return Meant::Nothing;
    }
    let first = begun.get_value();
    begun.set_value(None);
    let in_time = first.is_some_and(|at| event.time_stamp() - at < SECOND_KEY);
    match (key.as_str(), role) {
        (letter, Some(role)) if in_time => page(letter, role).map_or(Meant::Nothing, Meant::Page),
        ("?", _) => Meant::Overlay(Overlay::Shortcuts),
        ("/", _) => Meant::Overlay(Overlay::Palette),
        ("g", _) => {
            begun.set_value(Some(event.time_stamp()));
            Meant::More
        }
        _ => Meant::Nothing,
    }
}

fn page(key: &str, role: AccessRole) -> Option<&'static str> {
    if key == FEED {
        return Some("/feed");
    }
    let found = rail(role).into_iter().find(|page| letter(*page) == key);
    found.map(Page::path)
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(TYPING), Ok(Some(_)) | Err(_)))
}

fn is_off() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute(ATTRIBUTE))
        .is_some()
}
