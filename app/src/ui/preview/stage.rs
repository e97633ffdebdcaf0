//! What the viewer shows of a file, by what its bytes are.

use super::{address, text::text};
use crate::ui::{EmptyState, Icon};
use domain::{board::AttachedFile, file::Preview};
use leptos::prelude::*;

/// The file itself; what cannot be shown says so.
pub(super) fn stage(file: &AttachedFile) -> AnyView {
    let (src, name) = (address(file.id), file.name.clone());
    match file.preview {
        Some(Preview::Image) => view! { <img class="viewer-image" src=src alt=name /> }.into_any(),
        Some(Preview::Video) => player(file),
        Some(Preview::Audio) => view! {
            <div class="viewer-sound">
                <span class="viewer-picture">{Icon::Sound.large()}</span>
                {player(file)}
            </div>
        }
        .into_any(),
        Some(Preview::Pdf) => pdf(src, name),
        Some(Preview::Text) => text(file),
        None => nothing(
            Icon::File,
            "This kind of file cannot be shown here",
            "Download it and open it with the program that it was made with.",
        ),
    }
}

/// Not every browser plays what every camera makes.
fn player(file: &AttachedFile) -> AnyView {
    let failed = RwSignal::new(false);
    let (src, name, preview) = (address(file.id), file.name.clone(), file.preview);
    let play = move || {
        let (src, name) = (src.clone(), name.clone());
        if failed.get() {
            nothing(
                Icon::Video,
                "This browser cannot play it",
                "Its format is one that needs a player of its own: download it.",
            )
        } else if preview == Some(Preview::Audio) {
            view! { <audio controls preload="metadata" src=src aria-label=name on:error=move |_| failed.set(true)></audio> }.into_any()
        } else {
            view! { <video class="viewer-video" controls playsinline preload="metadata" src=src aria-label=name on:error=move |_| failed.set(true)></video> }.into_any()
        }
    };
    play.into_any()
}

/// The browser's own viewer; where it has none, the link.
fn pdf(src: String, name: String) -> AnyView {
    // As wide as the frame, without the pages' column beside it, where the browser's viewer knows these words.
    let framed = format!("{src}#view=FitH&navpanes=0");
    view! {
        <div class="viewer-pdf">
            <iframe src=framed title=name></iframe>
            <p class="small">
                <a href=src target="_blank" rel="external noopener">"Open the PDF in a tab of its own"</a>
            </p>
        </div>
    }
    .into_any()
}

pub(super) fn nothing(icon: Icon, title: &'static str, note: &'static str) -> AnyView {
    view! { <EmptyState icon title note /> }.into_any()
}
