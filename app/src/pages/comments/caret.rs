//! The caret of a text area, in bytes here and in UTF-16 units to the browser.

use leptos::{ev::Event, wasm_bindgen::JsCast, web_sys::HtmlTextAreaElement};

/// The text area that an event happened in.
pub(super) fn area_of(event: &Event) -> Option<HtmlTextAreaElement> {
    event.target()?.dyn_into().ok()
}

/// Where the caret stands, in bytes.
pub(super) fn caret_of(area: &HtmlTextAreaElement) -> usize {
    let text = area.value();
    let caret = area.selection_end().ok().flatten().unwrap_or(u32::MAX);
    let mut passed = 0;
    let until = text.char_indices().find(|(_, letter)| {
        let here = passed >= caret;
        passed += units_of(*letter);
        here
    });
    until.map_or(text.len(), |(at, _)| at)
}

/// How long a text is to the browser, in UTF-16 units.
pub(super) fn units(text: &str) -> u32 {
    text.chars().map(units_of).sum()
}

fn units_of(letter: char) -> u32 {
    if letter.len_utf16() == 1 { 1 } else { 2 }
}
