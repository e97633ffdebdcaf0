//! The list of shortcuts.

use crate::{
    boot::use_viewer,
    frame::{FEED, Overlay, letter, use_overlay},
    ui::Dialog,
};
use domain::policy::rail;
use leptos::prelude::*;

/// Those of the board, where a card has the focus.
const OF_CARDS: [(&str, &str); 3] = [
    ("← ↑ → ↓", "Go to the next card"),
    (
        "Space",
        "Pick a card up; ← → carry it to another column, ↑ ↓ within one, Enter puts it down",
    ),
    ("Esc", "Put it back"),
];

/// Those of a text.
const OF_TEXTS: [(&str, &str); 2] = [
    ("@", "Mention somebody in a comment"),
    ("Ctrl Enter", "Send the comment"),
];

/// The list. It stands as long as it is open.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let overlay = use_overlay();
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() && overlay.get_untracked() == Some(Overlay::Shortcuts) {
            overlay.set(None);
        }
    });
    view! { <Dialog id="shortcuts" open title="Keyboard shortcuts">{list}</Dialog> }.into_any()
}

fn list() -> AnyView {
    let pages = use_viewer()
        .map(|viewer| rail(viewer.role))
        .unwrap_or_default();
    let pages = pages.into_iter().map(|page| {
        line(
            &format!("g {}", letter(page)),
            &format!("Go to {}", page.title().to_lowercase()),
        )
    });
    view! {
        <div class="stack">
            <dl class="shortcuts">
                {line("Ctrl K", "Find or do (⌘ K on a Mac)")}
                {line("/", "The same")}
                {line("?", "This list")}
                {pages.collect_view()}
                {line(&format!("g {FEED}"), "Go to what concerns you")}
            </dl>
            <h3>"On the board"</h3>
            <dl class="shortcuts">{OF_CARDS.map(|(keys, does)| line(keys, does)).collect_view()}</dl>
            <h3>"In a comment"</h3>
            <dl class="shortcuts">{OF_TEXTS.map(|(keys, does)| line(keys, does)).collect_view()}</dl>
            <p class="muted small">
                "None of them does anything while you type. They can be switched off in " <a href="/account">"your account"</a> "."
            </p>
        </div>
    }
    .into_any()
}

fn line(keys: &str, does: &str) -> AnyView {
    let keys = keys
        .split(' ')
        .map(|key| view! { <kbd>{key.to_owned()}</kbd> " " })
        .collect_view();
    view! { <dt>{keys}</dt> <dd>{does.to_owned()}</dd> }.into_any()
}
