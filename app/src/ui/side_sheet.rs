//! Details beside what they belong to.

use super::modal::Modal;
use leptos::prelude::*;

/// A sheet over the right edge: the records behind a number, an item's details.
#[component]
pub fn SideSheet(
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
    view! { <Modal class="side-sheet" id open title children /> }
}
