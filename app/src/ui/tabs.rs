//! Several views of one thing, one at a time.

use leptos::{ev::KeyboardEvent, prelude::*};

/// One of the views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Names it in code and in ids.
    pub key: &'static str,
    /// Names it for people.
    pub label: String,
}

/// The tabs and, as child, the panel of the one that is chosen. Arrow keys go from one to the next.
#[component]
pub fn Tabs(
    /// Unique on the page.
    id: &'static str,
    /// The views.
    tabs: Vec<Tab>,
    /// The key of the one that is shown.
    current: RwSignal<&'static str>,
    /// What the panel shows; reads `current`.
    children: Children,
) -> impl IntoView {
    let keys: Vec<_> = tabs.iter().map(|tab| tab.key).collect();
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => keys.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let at = keys
            .iter()
            .position(|key| *key == current.get_untracked())
            .unwrap_or_default();
        let next = keys[(at + step) % keys.len()];
        current.set(next);
        focus(&format!("{id}-{next}"));
    };
    let buttons = tabs.into_iter().map(|Tab { key, label }| {
        let chosen = move || current.get() == key;
        view! {
            <button class="tab" type="button" role="tab" id=format!("{id}-{key}") aria-controls=format!("{id}-panel")
                aria-selected=move || chosen().to_string() tabindex=move || if chosen() { "0" } else { "-1" }
                on:click=move |_| current.set(key)>
                {label}
            </button>
        }
    });
    view! {
        <div class="tabs" role="tablist" on:keydown=on_key>{buttons.collect_view()}</div>
        <div role="tabpanel" id=format!("{id}-panel") aria-labelledby=move || format!("{id}-{}", current.get()) tabindex="0">
            {children()}
        </div>
    }
    .into_any()
}

fn focus(id: &str) {
    use leptos::wasm_bindgen::JsCast;
    let element = document().get_element_by_id(id);
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<leptos::web_sys::HtmlElement>().ok())
    {
        // Fails only for an element that has left the page.
        let _ = element.focus();
    }
}
