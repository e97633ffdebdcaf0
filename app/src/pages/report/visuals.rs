//! The pictures and films of a closing report.

use domain::closing::Visual;
use leptos::prelude::*;

/// Those that were picked.
pub(super) fn gallery(visuals: &[Visual]) -> Option<AnyView> {
    let picked: Vec<_> = visuals
        .iter()
        .filter(|visual| visual.picked)
        .map(figure)
        .collect();
    (!picked.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="visuals">
                <h2 id="visuals">"The work"</h2>
                <div class="gallery">{picked}</div>
            </section>
        }
        .into_any()
    })
}

fn figure(visual: &Visual) -> AnyView {
    view! { <figure>{picture(visual)}<figcaption>{what_of(visual)}</figcaption></figure> }
        .into_any()
}

/// Small in the form, large in the gallery: its place says how large.
pub(super) fn picture(visual: &Visual) -> AnyView {
    let address = format!("/files/{}", visual.id);
    let lower = visual.name.to_lowercase();
    let is_film = [".mp4", ".webm"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    if is_film {
        view! { <video src=address controls preload="metadata" aria-label=visual.name.clone()></video> }.into_any()
    } else {
        view! { <img src=address alt=visual.name.clone() loading="lazy" /> }.into_any()
    }
}

pub(super) fn what_of(visual: &Visual) -> String {
    visual.of.clone().unwrap_or_else(|| visual.name.clone())
}
