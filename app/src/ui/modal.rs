//! The native `<dialog>` behind dialogs and side sheets.

use super::{Icon, IconButton};
use leptos::{ev::MouseEvent, html, prelude::*, web_sys::Event};

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
    let on_close = follow(dialog, open.into(), move || open.set(false));
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
            on:close=on_close on:click=on_veil>
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

/// Opens and closes `dialog` with `open`, a frame later, when its content stands and can take the focus. Gives what is
/// to hear its `close` event: `closed` is called where somebody closed it. The event comes a moment after the closing,
/// when `open` may want the dialog again; it must not close that one as well.
pub(super) fn follow(
    dialog: NodeRef<html::Dialog>,
    open: Signal<bool>,
    closed: impl Fn() + 'static,
) -> impl Fn(Event) + 'static {
    let by_itself = StoredValue::new(false);
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = dialog.get() else { return };
        request_animation_frame(move || match (wanted, dialog.open()) {
            (true, false) => {
                // Refused only for an element that has left the page.
                let _ = dialog.show_modal();
            }
            (false, true) => {
                let _ = by_itself.try_set_value(true);
                dialog.close();
            }
            _ => {}
        });
    });
    move |_| {
        let by_itself = by_itself.try_update_value(std::mem::take);
        if by_itself != Some(true) {
            closed();
        }
    }
}
