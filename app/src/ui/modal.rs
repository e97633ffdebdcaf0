//! The native `<dialog>` behind dialogs and side sheets.

use super::{Icon, IconButton};
use leptos::{ev::MouseEvent, html, prelude::*};

/// A modal dialog of the class `class`. The browser keeps the focus inside, closes on Escape, and gives the focus
/// back to where it was. What is inside is made when it opens and dropped when it closes.
#[component]
pub(super) fn Modal(
    class: &'static str,
    id: String,
    open: RwSignal<bool>,
    title: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    follow(dialog, open.into());
    let on_veil = move |event: MouseEvent| {
        let veil: Option<leptos::web_sys::EventTarget> = dialog
            .get_untracked()
            .map(|dialog| (*dialog).clone().into());
        if event.target() == veil {
            open.set(false);
        }
    };
    let title_id = format!("{id}-title");
    view! {
        <dialog id=id node_ref=dialog class=class aria-labelledby=title_id
            on:close=move |_| open.set(false) on:click=on_veil>
            <div class="dialog-body">
                <header class="dialog-header">
                    <h2 id=title_id.clone()>{title}</h2>
                    <IconButton icon=Icon::Close label="Close" on_click=move |_| open.set(false) />
                </header>
                <Show when=move || open.get()>{children()}</Show>
            </div>
        </dialog>
    }
    .into_any()
}

/// Opens and closes `dialog` with `open`, a frame later, when its content stands and can take the focus.
pub(super) fn follow(dialog: NodeRef<html::Dialog>, open: Signal<bool>) {
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = dialog.get() else { return };
        request_animation_frame(move || match (wanted, dialog.open()) {
            (true, false) => {
                // Refused only for an element that has left the page.
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        });
    });
}
