//! Files that belong to the handoff.

use super::Shown;
use crate::{ui::FileList, upload::AddFiles};
use domain::policy::{Action, check_role};
use leptos::prelude::*;

/// Files of a deliverable belong to its versions: here are those alone that no version has.
pub(super) fn files(shown: Shown) -> AnyView {
    let files = shown.part(|page| page.files.clone());
    let of_versions = shown.page.read_untracked().deliverable.is_some();
    if of_versions && files.read_untracked().is_empty() {
        return ().into_any();
    }
    let may_add = shown.part(move |page| {
        !of_versions && check_role(shown.role, Action::Prepare(page.card.kind)).is_ok()
    });
    let none = move || {
        let empty = files.read().is_empty();
        empty.then(|| view! { <p class="muted">"No files yet."</p> })
    };
    view! {
        <section class="section" aria-labelledby="files-title">
            <h2 id="files-title">"Files"</h2>
            {none}
            <FileList files />
            <Show when=move || may_add.get()><AddFiles action=format!("/handoffs/{}/files", shown.id) added=shown.reload /></Show>
        </section>
    }
    .into_any()
}
