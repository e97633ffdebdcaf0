//! The pictures and films of a closing report.

use crate::ui::preview::{Viewer, address, opens};
use domain::{board::AttachedFile, closing::Visual, file::Preview, ids::FileId};
use leptos::prelude::*;

/// Those that were picked; each opens in the viewer.
pub(super) fn gallery(visuals: &[Visual]) -> Option<AnyView> {
    let shown = RwSignal::new(None::<FileId>);
    let picked: Vec<_> = visuals.iter().filter(|visual| visual.picked).collect();
    let files: Vec<AttachedFile> = picked.iter().map(|visual| visual.file.clone()).collect();
    (!picked.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="visuals">
                <h2 id="visuals">"The work"</h2>
                <div class="gallery">{picked.into_iter().map(|visual| figure(visual, shown)).collect_view()}</div>
                <Viewer files shown />
            </section>
        }
        .into_any()
    })
}

fn figure(visual: &Visual, shown: RwSignal<Option<FileId>>) -> AnyView {
    let id = visual.file.id;
    let look = format!("Look at {}", visual.file.name);
    view! {
        <figure>
            <a href=address(id) rel="external" aria-label=look on:click=opens(shown, id)>{picture(visual)}</a>
            <figcaption>{what_of(visual)}</figcaption>
        </figure>
    }
    .into_any()
}

/// Small in the form, large in the gallery: its place says how large.
pub(super) fn picture(visual: &Visual) -> AnyView {
    let AttachedFile {
        id, name, preview, ..
    } = &visual.file;
    if *preview == Some(Preview::Video) {
        view! { <video src=address(*id) muted preload="metadata" aria-label=name.clone()></video> }
            .into_any()
    } else {
        view! { <img src=address(*id) alt=name.clone() loading="lazy" /> }.into_any()
    }
}

pub(super) fn what_of(visual: &Visual) -> String {
    let name = || visual.file.name.clone();
    visual.of.clone().unwrap_or_else(name)
}
