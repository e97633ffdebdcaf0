//! What was typed is not lost: it stays in the browser's tab until the request is sent.

use super::check::Request;
use leptos::prelude::*;

/// Keeps all texts of `request` in the tab, and puts back what a reload would have lost. Answers
/// whether the browser has taken over.
pub fn keep(request: Request) -> Signal<bool> {
    let scripted = RwSignal::new(false);
    // Once the fields have been taken over: until then they have the last word on what they hold.
    Effect::new(move |_| {
        request_animation_frame(move || {
            restore(request);
            scripted.set(true);
        });
    });
    Effect::new(move |_| {
        if scripted.get() {
            for (field, text) in request.texts() {
                store(&field, &text.read());
            }
        }
    });
    scripted.into()
}

/// The request is sent: the next one begins empty.
pub fn forget(request: Request) {
    for (field, _) in request.texts() {
        store(&field, "");
    }
}

fn restore(request: Request) {
    for (field, value) in request.texts() {
        if value.read_untracked().is_empty()
            && let Some(kept) = stored(&field)
        {
            value.set(kept);
        }
    }
}

fn key(field: &str) -> String {
    format!("new-request.{field}")
}

/// A browser that keeps nothing (private mode, a full store) only loses the draft on a reload.
#[cfg(feature = "hydrate")]
fn store(field: &str, value: &str) {
    let Ok(Some(storage)) = window().session_storage() else {
        return;
    };
    let _ = if value.is_empty() {
        storage.remove_item(&key(field))
    } else {
        storage.set_item(&key(field), value)
    };
}

#[cfg(feature = "hydrate")]
fn stored(field: &str) -> Option<String> {
    window()
        .session_storage()
        .ok()??
        .get_item(&key(field))
        .ok()?
}

#[cfg(not(feature = "hydrate"))]
fn store(_: &str, _: &str) {}

#[cfg(not(feature = "hydrate"))]
fn stored(field: &str) -> Option<String> {
    let _ = key(field);
    None
}
