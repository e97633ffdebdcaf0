//! A question in the middle of the screen.

use super::modal::Modal;
use leptos::prelude::*;

/// A dialog that reads like a form. Put its buttons into a `<footer class="dialog-actions">`, the main one last.
#[component]
pub fn Dialog(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// Whether it is open; it sets this back when it is closed.
    open: RwSignal<bool>,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    view! { <Modal class="dialog" id open title children /> }
}
