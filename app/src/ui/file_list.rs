//! Files to look at and to download.

use super::{Ago, Icon, size::size};
use domain::board::AttachedFile;
use leptos::prelude::*;

/// The largest picture that is shown as a preview, in bytes.
const MOST_PREVIEW: i64 = 8 << 20;

/// Files with their size and sender, each a link; pictures are shown.
#[component]
pub fn FileList(
    /// Which.
    #[prop(into)]
    files: Signal<Vec<AttachedFile>>,
) -> impl IntoView {
    let rows = move || files.get().into_iter().map(row).collect_view();
    view! { <ul class="file-list">{rows}</ul> }.into_any()
}

fn row(file: AttachedFile) -> AnyView {
    let AttachedFile {
        id,
        name,
        size: bytes,
        at,
        by,
    } = file;
    let href = format!("/files/{id}");
    let saved_as = name.clone();
    let kind = Kind::of(&name);
    let face = match kind {
        Kind::Image if bytes <= MOST_PREVIEW => {
            view! { <img class="file-preview" src=href.clone() alt="" loading="lazy" /> }.into_any()
        }
        kind => view! { <span class="file-preview">{kind.icon().large()}</span> }.into_any(),
    };
    view! {
        <li>
            <a class="file" href=href download=saved_as rel="external">
                {face}
                <span class="file-words">
                    <span class="truncate">{name}</span>
                    <span class="muted small">{size(bytes)} {by.map(|by| format!(" · {by}"))} " · " <Ago at=at /></span>
                </span>
                {Icon::Download.small()}
            </a>
        </li>
    }
    .into_any()
}

/// What a file is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Image,
    Video,
    Sound,
    Text,
    Other,
}

impl Kind {
    fn of(name: &str) -> Self {
        let end = name
            .rsplit_once('.')
            .map_or("", |(_, end)| end)
            .to_ascii_lowercase();
        match end.as_str() {
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" => Self::Image,
            "mp4" | "mov" | "webm" | "mkv" => Self::Video,
            "mp3" | "wav" | "m4a" | "ogg" | "aac" => Self::Sound,
            "pdf" | "txt" | "md" | "doc" | "docx" | "rtf" => Self::Text,
            _ => Self::Other,
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Image => Icon::Image,
            Self::Video => Icon::Video,
            Self::Sound => Icon::Sound,
            Self::Text => Icon::Text,
            Self::Other => Icon::File,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_name_ends_in_what_it_is() {
        let cases = [
            ("Cut 3.MP4", Kind::Video),
            ("logo.svg", Kind::Other),
            ("a.b.png", Kind::Image),
            ("png", Kind::Other),
        ];
        for (name, kind) in cases {
            assert_eq!(Kind::of(name), kind, "{name}");
        }
    }
}
