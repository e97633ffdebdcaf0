//! That the line to the server is down.

use super::Icon;
use leptos::prelude::*;

/// A quiet bar while there is no connection, with how much waits to be sent.
#[component]
pub fn OfflineBar(
    /// Whether the line is down.
    #[prop(into)]
    offline: Signal<bool>,
    /// How many changes wait.
    #[prop(optional, into)]
    waiting: Signal<usize>,
) -> impl IntoView {
    let words = move || match waiting.get() {
        0 => "No connection. What you see may be old; it will catch up by itself.".to_owned(),
        1 => "No connection. 1 change waits and will be sent.".to_owned(),
        n => format!("No connection. {n} changes wait and will be sent."),
    };
    view! {
        <div role="status">
            <Show when=move || offline.get()>
                <p class="offline-bar">{Icon::Offline.small()} {words}</p>
            </Show>
        </div>
    }
    .into_any()
}
