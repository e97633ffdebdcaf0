//! The shape of what is on its way.

use leptos::prelude::*;

/// Grey lines where content will stand; they appear only when it takes longer than 150 ms.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
    /// As tall as cards rather than as lines.
    #[prop(optional)]
    cards: bool,
) -> impl IntoView {
    view! {
        <div class="skeleton" class:cards=cards role="status">
            <span class="visually-hidden">"Loading"</span>
            {(0..lines).map(|_| view! { <i></i> }).collect_view()}
        </div>
    }
    .into_any()
}
