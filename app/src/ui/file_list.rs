//! Files to look at and to download.

use super::{
    Ago, Icon,
    preview::{Viewer, address, disguised, opens},
    size::size,
};
use domain::{board::AttachedFile, file::Preview, ids::FileId};
use leptos::prelude::*;

/// The largest picture that is shown in the list, in bytes.
const MOST_THUMBNAIL: i64 = 8 << 20;

/// Files with their size and sender. What can be looked at opens in the viewer (without scripts, in the browser itself);
/// all else is a download.
#[component]
pub fn FileList(
    /// Which.
    #[prop(into)]
    files: Signal<Vec<AttachedFile>>,
) -> impl IntoView {
    let shown = RwSignal::new(None::<FileId>);
    let rows = move || {
        let files = files.get().into_iter();
        files.map(|file| row(file, shown)).collect_view()
    };
    view! {
        <ul class="file-list">{rows}</ul>
        <Viewer files shown />
    }
    .into_any()
}

fn row(file: AttachedFile, shown: RwSignal<Option<FileId>>) -> AnyView {
    let content = view! {
        {face(&file)}
        <span class="file-words">
            <span class="truncate">{file.name.clone()}</span>
            <span class="muted small">{size(file.size)} {file.by.clone().map(|by| format!(" · {by}"))} " · " <Ago at=file.at /></span>
            {disguised(&file)}
        </span>
    };
    let href = address(file.id);
    let link = if file.preview.is_some() {
        view! { <a class="file" href=href.clone() rel="external" on:click=opens(shown, file.id)>{content}</a> }.into_any()
    } else {
        view! { <a class="file" href=href.clone() rel="external" download=file.name.clone()>{content}</a> }.into_any()
    };
    let label = format!("Download {}", file.name);
    view! {
        <li class="file-row">
            {link}
            <a class="button quiet icon-only" href=href rel="external" download=file.name aria-label=label.clone() title=label>
                {Icon::Download.small()}
            </a>
        </li>
    }
    .into_any()
}

/// The picture itself, or one of its kind.
fn face(file: &AttachedFile) -> AnyView {
    if file.preview == Some(Preview::Image) && file.size <= MOST_THUMBNAIL {
        let src = address(file.id);
        return view! { <img class="file-face" src=src alt="" loading="lazy" decoding="async" /> }
            .into_any();
    }
    let icon = match file.preview {
        Some(Preview::Image) => Icon::Image,
        Some(Preview::Video) => Icon::Video,
        Some(Preview::Audio) => Icon::Sound,
        Some(Preview::Pdf | Preview::Text) => Icon::Text,
        None => Icon::File,
    };
    view! { <span class="file-face">{icon.large()}</span> }.into_any()
}
