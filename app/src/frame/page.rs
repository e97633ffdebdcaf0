//! The header and body of a page.

use crate::ui::announcer::use_announcer;
use leptos::{children::ViewFn, prelude::*, text_prop::TextProp};
use leptos_meta::Title;

/// A page: its title (also the tab's), an optional note and actions, then the content.
#[component]
pub fn Page(
    /// What the page is about, sentence case.
    #[prop(into)]
    title: Signal<String>,
    /// One line below the title.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// Buttons at the right end of the header.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// Keeps the content as narrow as text wants to be.
    #[prop(optional)]
    narrow: bool,
    children: Children,
) -> impl IntoView {
    let announcer = use_announcer();
    Effect::new(move |_| announcer.arrive(title.get()));
    view! {
        <Title text=tab_title(title) />
        <main class="page" class:narrow=narrow id="main" tabindex="-1">
            <header class="page-header">
                <h1>{title}</h1>
                {actions.map(|actions| view! { <div class="page-actions">{actions.run()}</div> })}
                {move || note.get().map(|note| view! { <p class="page-note">{note}</p> })}
            </header>
            {children()}
        </main>
    }
    .into_any()
}

/// The tab's title. The server asks for it once more when the page is rendered, outside of what belongs to the request:
/// a signal that is read there may be gone, or another page's by then. So the server is given the words.
fn tab_title(title: Signal<String>) -> TextProp {
    if cfg!(feature = "ssr") {
        title.get_untracked().into()
    } else {
        (move || title.try_get().unwrap_or_default()).into()
    }
}

/// The row of filter chips below a page's header.
#[component]
pub fn Filters(
    /// What is filtered, for screen readers: "Filter the board".
    #[prop(into)]
    label: String,
    children: Children,
) -> impl IntoView {
    view! { <div class="filters" role="group" aria-label=label>{children()}</div> }.into_any()
}
