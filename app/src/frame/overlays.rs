//! What opens over any page: the palette and the list of shortcuts. Their code is loaded when they are first opened.

use super::shortcuts::{Meant, meant};
use crate::{boot::use_viewer, parts::Finding};
use leptos::{
    ev::{self, KeyboardEvent},
    leptos_dom::helpers::window_event_listener,
    prelude::*,
};
use leptos_router::{ChooseView, hooks::use_navigate};

/// What can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Finding and doing.
    Palette,
    /// The list of shortcuts.
    Shortcuts,
}

#[derive(Clone, Copy)]
struct Open(RwSignal<Option<Overlay>>);

/// Which overlay is open, if any.
pub fn use_overlay() -> RwSignal<Option<Overlay>> {
    use_context::<Open>().map_or_else(|| RwSignal::new(None), |open| open.0)
}

/// Makes it known to the frame and all in it.
pub(super) fn provide_overlay() {
    provide_context(Open(RwSignal::new(None)));
}

/// Where they open; it listens to the keys as well.
#[component]
pub(super) fn Overlays() -> impl IntoView {
    let open = use_overlay();
    let navigate = use_navigate();
    let role = use_viewer().map(|viewer| viewer.role);
    // The first of two keys, such as the `g` of `g b`.
    let begun = StoredValue::new(None::<f64>);
    Effect::new(move |_| {
        let navigate = navigate.clone();
        let listener = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
            match meant(&event, begun, role) {
                Meant::Nothing => return,
                Meant::Overlay(wanted) => open.update(|open| {
                    *open = if *open == Some(wanted) {
                        None
                    } else {
                        Some(wanted)
                    };
                }),
                Meant::Page(path) => navigate(path, Default::default()),
                Meant::More => {}
            }
            event.prevent_default();
        });
        on_cleanup(move || listener.remove());
    });
    view! { {move || open.get().map(|wanted| Suspend::new(async move { part(wanted).choose().await }))} }.into_any()
}

const fn part(overlay: Overlay) -> Finding {
    match overlay {
        Overlay::Palette => Finding::Palette,
        Overlay::Shortcuts => Finding::Shortcuts,
    }
}
