//! Looking at files without downloading them.

mod stage;
mod text;
mod viewer;

pub use viewer::Viewer;

use domain::{board::AttachedFile, ids::FileId};
use leptos::{ev::MouseEvent, prelude::*};

/// Where a file is read; the server says whether a browser shows or saves it.
pub fn address(id: FileId) -> String {
    format!("/files/{id}")
}

/// A click that opens the viewer at a file. One that asks for a tab or a window of its own is the browser's, and so is
/// every click while there are no scripts: then the link leads to the file itself.
pub fn opens(shown: RwSignal<Option<FileId>>, id: FileId) -> impl Fn(MouseEvent) + Clone {
    move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if event.button() == 0 && !elsewhere {
            event.prevent_default();
            shown.set(Some(id));
        }
    }
}

/// The mark of a file whose name misleads.
pub fn disguised(file: &AttachedFile) -> Option<AnyView> {
    let said = sentence(file.disguise.as_deref()?);
    Some(
        view! { <span class="file-disguise small">{super::Icon::Warning.small()} {said}</span> }
            .into_any(),
    )
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}
