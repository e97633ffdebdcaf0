//! A state in one word.

use super::{Icon, Tone};
use leptos::prelude::*;

/// A shape and a word: "✓ Accepted".
#[component]
pub fn Badge(
    /// The word, sentence case.
    #[prop(into)]
    label: Signal<String>,
    /// How it stands.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// Another shape than the tone's.
    #[prop(optional)]
    icon: Option<Icon>,
) -> impl IntoView {
    view! {
        <span class=move || format!("badge {}", tone.get().class())>
            {move || icon.unwrap_or(tone.get().icon()).small()}
            {label}
        </span>
    }
    .into_any()
}
