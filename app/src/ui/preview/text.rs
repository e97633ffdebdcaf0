//! The beginning of a text.

use super::{address, stage::nothing};
use crate::ui::{Icon, size::size};
use domain::board::AttachedFile;
use leptos::prelude::*;

/// How much of a text is shown, in bytes.
const SHOWN: i64 = 64 << 10;

/// What has come of the text so far: nothing yet, or what was read, unless it was lost on its way.
type Read = Option<Option<String>>;

/// Its first part, and a notice where there is more.
pub(super) fn text(file: &AttachedFile) -> AnyView {
    let read = RwSignal::new(Read::None);
    let src = address(file.id);
    Effect::new(move |_| fetch(&src, read));
    let cut = file.size > SHOWN;
    let notice = cut.then(|| {
        format!(
            "This is the beginning, {} of {}: download it to read it all.",
            size(SHOWN),
            size(file.size)
        )
    });
    let notice =
        notice.map(|said| view! { <p class="viewer-cut small">{Icon::Info.small()} {said}</p> });
    let name = file.name.clone();
    let body = move || match read.get() {
        None => view! { <p class="muted">"Reading…"</p> }.into_any(),
        Some(None) => nothing(
            Icon::Offline,
            "The text did not arrive",
            "Close this and open it again, or download the file.",
        ),
        Some(Some(text)) => {
            view! { <pre class="viewer-text" tabindex="0" aria-label=name.clone()>{text}</pre> }
                .into_any()
        }
    };
    view! { <div class="viewer-paper">{notice} {body}</div> }.into_any()
}

#[cfg(feature = "hydrate")]
fn fetch(src: &str, read: RwSignal<Read>) {
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    let begin = || -> Result<(), JsValue> {
        let request = web_sys::XmlHttpRequest::new()?;
        request.open("GET", src)?;
        request.set_request_header("Range", &format!("bytes=0-{}", SHOWN - 1))?;
        let answered = request.clone();
        let ended = Closure::once_into_js(move || {
            let text = answered.response_text().ok().flatten();
            let came = matches!(answered.status(), Ok(200 | 206));
            // The viewer may show another file by now.
            let _ = read.try_set(Some(text.filter(|_| came).map(whole_letters)));
        });
        request.set_onloadend(Some(ended.unchecked_ref()));
        request.send()
    };
    if begin().is_err() {
        read.set(Some(None));
    }
}

/// The end may be within a letter.
#[cfg(feature = "hydrate")]
fn whole_letters(text: String) -> String {
    text.trim_end_matches('\u{fffd}').to_owned()
}

/// The server opens no viewer.
#[cfg(not(feature = "hydrate"))]
fn fetch(_: &str, _: RwSignal<Read>) {}
