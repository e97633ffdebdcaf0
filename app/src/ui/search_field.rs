//! Finding by text; the text stands in the address.

use super::Icon;
use leptos::{
    ev::Event,
    html,
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle},
    prelude::*,
};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use std::time::Duration;

/// How long typing rests before the address follows.
const RESTS: Duration = Duration::from_millis(200);

/// A text filter. Typing changes the address; without scripts, Enter sends it as `q`.
#[component]
pub fn SearchField(
    /// The page, where the form sends the text without scripts: `/jobs`.
    action: &'static str,
    /// What is found: "Find a job".
    label: &'static str,
    /// What is looked at: "Find a client or title".
    placeholder: &'static str,
    /// What the address looks for.
    #[prop(into)]
    text: Signal<String>,
    /// The address that looks for a text.
    #[prop(into)]
    href: Callback<String, String>,
) -> impl IntoView {
    let navigate = use_navigate();
    // Not leptos's `debounce`: what that holds must be dropped by the thread that made it, and the server has many.
    let rests = StoredValue::new(None::<TimeoutHandle>);
    let typed = move |event: Event| {
        let (text, navigate) = (event_target_value(&event), navigate.clone());
        let follow = move || {
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&href.run(text), options);
        };
        rests.update_value(|rests| {
            if let Some(earlier) = rests.take() {
                earlier.clear();
            }
            *rests = set_timeout_with_handle(follow, RESTS).ok();
        });
    };
    let input = NodeRef::<html::Input>::new();
    // The address changes from elsewhere too ("Clear"); while somebody types, it follows and does not lead.
    Effect::new(move |_| {
        let text = text.get();
        let Some(input) = input.get() else { return };
        let focused = document()
            .active_element()
            .is_some_and(|active| active.is_same_node(Some(&input)));
        if !focused && input.value() != text {
            input.set_value(&text);
        }
    });
    view! {
        <form class="search" action=action method="get" role="search">
            {Icon::Search.small()}
            <input class="chip" type="search" name="q" aria-label=label placeholder=placeholder
                node_ref=input value=text.get_untracked() on:input=typed />
        </form>
    }
    .into_any()
}
