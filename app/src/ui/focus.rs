//! Where the keyboard is.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// Focuses the element with this id; answers whether there was one that could take it.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// The same a frame later, when what is being drawn now stands.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        focus(&id);
    });
}
