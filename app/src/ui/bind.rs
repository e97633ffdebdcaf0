//! A signal and a form control that hold the same text.

use leptos::prelude::*;

/// Keeps `control` at `value` once the browser has taken over. What was typed, or restored by the browser, before
/// that moment is taken into `value` rather than overwritten. `read` and `write` reach the control's text.
pub(crate) fn bind_text<C: 'static>(
    value: RwSignal<String>,
    control: impl Fn() -> Option<C> + 'static,
    read: fn(&C) -> String,
    write: fn(&C, &str),
) {
    Effect::new(move |taken_over: Option<bool>| {
        let wanted = value.get();
        let Some(control) = control() else {
            return false;
        };
        let shown = read(&control);
        match taken_over {
            _ if shown == wanted => {}
            Some(true) => write(&control, &wanted),
            _ => value.set(shown),
        }
        true
    });
}
