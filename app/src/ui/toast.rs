//! Short messages that come and go at the edge of the screen.

use super::{Icon, Tone};
use leptos::prelude::*;
use std::{sync::Arc, time::Duration};

/// How long a message that asks for nothing stays.
const STAYS: Duration = Duration::from_secs(6);

/// How long what it tells of can be undone from it.
const UNDO: Duration = Duration::from_secs(10);

/// What takes something back. It outlives the part of the page that offered it.
type TakingBack = Arc<dyn Fn() + Send + Sync>;

/// Where what failed is put right: an address, and what its link says.
type Way = (String, &'static str);

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    tone: Tone,
    undo: Option<TakingBack>,
    way: Option<Way>,
}

/// The messages on screen.
#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

impl Toasts {
    fn new() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    /// Says that something worked; goes away by itself.
    pub fn done(self, text: impl Into<String>) {
        self.add(text.into(), Tone::Good, None);
    }

    /// Says that something worked, and offers for ten seconds to undo it.
    pub fn undoable(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.add(text.into(), Tone::Good, Some(Arc::new(undo)));
    }

    /// Says that something has changed; goes away by itself.
    pub fn tell(self, text: impl Into<String>) {
        self.add(text.into(), Tone::Neutral, None);
    }

    /// Says that something failed: stays until it is closed.
    pub fn fail(self, text: impl Into<String>) {
        self.add(text.into(), Tone::Bad, None);
    }

    /// Says that something failed, with a link to where it is put right: stays until it is closed.
    pub fn fail_with_way(self, text: impl Into<String>, way: Way) {
        let toast = self.toast(text.into(), Tone::Bad);
        self.show(Toast {
            way: Some(way),
            ..toast
        });
    }

    fn add(self, text: String, tone: Tone, undo: Option<TakingBack>) {
        let toast = self.toast(text, tone);
        self.show(Toast { undo, ..toast });
    }

    fn toast(self, text: String, tone: Tone) -> Toast {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let (undo, way) = (None, None);
        Toast {
            id,
            text,
            tone,
            undo,
            way,
        }
    }

    fn show(self, toast: Toast) {
        let (id, tone) = (toast.id, toast.tone);
        let stays = if toast.undo.is_some() { UNDO } else { STAYS };
        self.list.update(|list| list.push(toast));
        if tone != Tone::Bad {
            set_timeout(move || self.close(id), stays);
        }
    }

    fn close(self, id: u32) {
        self.list.update(|list| list.retain(|toast| toast.id != id));
    }
}

/// Makes the messages known to all that is below.
pub fn provide_toasts() {
    provide_context(Toasts::new());
}

/// The page's messages. Call what it offers from event handlers, in the browser.
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(Toasts::new)
}

/// Where the messages appear; each frame has one.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = use_toasts();
    let undo = move |id: u32, undo: TakingBack| {
        let click = move |_| {
            toasts.close(id);
            undo();
        };
        view! { <button class="button quiet" type="button" on:click=click>"Undo"</button> }
    };
    let way = move |id: u32, (address, words): Way| {
        view! { <a class="button quiet" href=address on:click=move |_| toasts.close(id)>{words}</a> }
    };
    let draw = move |toast: Toast| {
        view! {
            <div class=format!("toast {}", toast.tone.class())>
                {toast.tone.icon().large()}
                <p>{toast.text}</p>
                {toast.undo.map(|callback| undo(toast.id, callback))}
                {toast.way.map(|target| way(toast.id, target))}
                <button class="button quiet icon-only" type="button" aria-label="Close this message"
                    on:click=move |_| toasts.close(toast.id)>
                    {Icon::Close.small()}
                </button>
            </div>
        }
    };
    view! {
        <div class="toasts" role="log" aria-label="Messages" aria-live="polite">
            <For each=move || toasts.list.get() key=|toast| toast.id children=draw />
        </div>
    }
    .into_any()
}
