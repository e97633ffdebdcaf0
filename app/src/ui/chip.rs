//! Filters, as chips that are on or off.

use super::Icon;
use leptos::prelude::*;

/// A filter that is switched in place.
#[component]
pub fn Chip(
    /// What it keeps: "At risk".
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Switches it.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="chip" type="button" aria-pressed=move || on.get().to_string() on:click=move |_| on_click.run(())>
            {move || on.get().then(|| Icon::Check.small())}
            {label}
        </button>
    }
    .into_any()
}

/// A filter that lives in the address, so that it works with scripts off and can be sent to somebody.
#[component]
pub fn ChipLink(
    /// What it keeps.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// The address with this filter switched.
    #[prop(into)]
    href: Signal<String>,
) -> impl IntoView {
    view! {
        <a class="chip" href=href aria-current=move || on.get().then_some("true") data-noscroll="">
            {move || on.get().then(|| Icon::Check.small())}
            {label}
        </a>
    }
    .into_any()
}
