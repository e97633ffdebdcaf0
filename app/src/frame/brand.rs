//! Baton's mark: one stick, let go at one end and taken at the other.

use leptos::prelude::*;

/// The mark alone; decoration, so it has no name of its own.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="3 3 26 26" aria-hidden="true">
            <path class="mark-from" d="m7 25 6-6" />
            <path class="mark-to" d="m19 13 6-6" />
        </svg>
    }
}

/// The mark with the name.
#[component]
pub fn Wordmark() -> impl IntoView {
    view! {
        <span class="wordmark">
            <Mark />
            "Baton"
        </span>
    }
}
