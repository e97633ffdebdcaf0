//! Why there is nothing, and what to do about it.

use super::Icon;
use leptos::prelude::*;

/// Stands where content would: says why there is none, and offers the one next step as its child.
#[component]
pub fn EmptyState(
    /// Its picture.
    icon: Icon,
    /// What is missing, in one line.
    #[prop(into)]
    title: String,
    /// Why, or who can help.
    #[prop(optional, into)]
    note: Option<String>,
    /// The title is the page's heading.
    #[prop(optional)]
    heading: bool,
    /// The next step, a button or a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <span class="empty-picture">{icon.large()}</span>
            {if heading { view! { <h1>{title}</h1> }.into_any() } else { view! { <p><strong>{title}</strong></p> }.into_any() }}
            {note.map(|note| view! { <p class="muted">{note}</p> })}
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
