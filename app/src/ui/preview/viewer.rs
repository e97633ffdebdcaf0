//! The viewer: one file at a time, over the page that lists it.

use super::{address, disguised, stage::stage};
use crate::ui::{Icon, modal::follow, size::size};
use domain::{board::AttachedFile, ids::FileId};
use leptos::{
    ev::{self, KeyboardEvent, MouseEvent},
    html,
    leptos_dom::helpers::window_event_listener,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::Element,
};

/// Where the arrow keys have a meaning of their own.
const TAKES_ARROWS: &str = "video, audio, iframe, pre";

/// A dialog that shows the file `shown` of `files`. The arrow keys go through the files, Escape closes it, and the focus
/// goes back to where it was.
#[component]
pub fn Viewer(
    /// Those that it goes through.
    #[prop(into)]
    files: Signal<Vec<AttachedFile>>,
    /// Which one it shows; it is closed while there is none.
    shown: RwSignal<Option<FileId>>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let place = Memo::new(move |_| {
        let wanted = shown.get()?;
        files.read().iter().position(|file| file.id == wanted)
    });
    let file = Memo::new(move |_| files.read().get(place.get()?).cloned());
    let is_open = Memo::new(move |_| file.read().is_some());
    let on_close = follow(dialog, is_open.into(), move || shown.set(None));
    let title = move || file.read().as_ref().map(|file| file.name.clone());
    let around = Around {
        files,
        shown,
        place,
    };
    view! {
        <dialog class="viewer" node_ref=dialog aria-label=title on:close=on_close>
            <Show when=move || is_open.get()>{move || opened(around, file)}</Show>
        </dialog>
    }
    .into_any()
}

/// A file among those that the viewer goes through.
#[derive(Clone, Copy)]
struct Around {
    files: Signal<Vec<AttachedFile>>,
    shown: RwSignal<Option<FileId>>,
    place: Memo<Option<usize>>,
}

impl Around {
    /// The file that stands so many places on, if there is one.
    fn beside(self, step: isize) -> Option<FileId> {
        let place = self.place.get()?.checked_add_signed(step)?;
        self.files.read().get(place).map(|file| file.id)
    }

    fn go(self, step: isize) {
        if let Some(id) = untrack(|| self.beside(step)) {
            self.shown.set(Some(id));
        }
    }

    /// Goes on with the arrow keys while the viewer is open.
    fn listen(self) {
        let listener = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let taken = target.is_some_and(|target| target.matches(TAKES_ARROWS).unwrap_or(false));
            let with_others = event.ctrl_key() || event.meta_key() || event.alt_key();
            match event.key().as_str() {
                _ if taken || with_others => {}
                "ArrowLeft" => self.go(-1),
                "ArrowRight" => self.go(1),
                _ => {}
            }
        });
        on_cleanup(move || listener.remove());
    }
}

fn opened(around: Around, file: Memo<Option<AttachedFile>>) -> AnyView {
    Effect::new(move |_| around.listen());
    let close = move |_: MouseEvent| around.shown.set(None);
    let bar = move || file.get().map(|file| words(&file));
    let save = move || file.get().map(|file| download(&file));
    let staged = move || file.get().map(|file| stage(&file));
    let counted = move || {
        let all = around.files.read().len();
        let place = around.place.get()? + 1;
        (all > 1).then(|| format!("{place} of {all}"))
    };
    view! {
        <div class="viewer-body">
            <header class="viewer-bar">
                <div class="viewer-words">{bar}</div>
                {save}
                <button class="button quiet icon-only" type="button" autofocus aria-label="Close" title="Close (Esc)" on:click=close>
                    {Icon::Close.large()}
                </button>
            </header>
            <div class="viewer-stage">{staged}</div>
            <nav class="viewer-steps" aria-label="Files">
                {step(around, -1, Icon::ArrowLeft, "Previous file")}
                <span class="num small" aria-live="polite">{counted}</span>
                {step(around, 1, Icon::ArrowRight, "Next file")}
            </nav>
        </div>
    }
    .into_any()
}

fn words(file: &AttachedFile) -> AnyView {
    let by = file.by.as_ref().map(|by| format!(" · {by}"));
    view! {
        <h2 class="truncate">{file.name.clone()}</h2>
        <p class="muted small">{size(file.size)} {by}</p>
        {disguised(file)}
    }
    .into_any()
}

/// A link that saves the file under its name.
fn download(file: &AttachedFile) -> AnyView {
    view! {
        <a class="button" href=address(file.id) download=file.name.clone() rel="external" aria-label="Download">
            {Icon::Download.small()} <span class="viewer-wide">"Download"</span>
        </a>
    }
    .into_any()
}

/// At the end of the list the button stays, so that the focus does, and says that it leads nowhere.
fn step(around: Around, step: isize, icon: Icon, label: &'static str) -> AnyView {
    let at_end = move || around.beside(step).is_none().then_some("true");
    view! {
        <button class="button quiet icon-only" type="button" aria-label=label title=label aria-disabled=at_end
            hidden=move || around.files.read().len() < 2 on:click=move |_| around.go(step)>
            {icon.large()}
        </button>
    }
    .into_any()
}
