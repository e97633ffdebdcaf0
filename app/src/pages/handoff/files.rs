//! Files that belong to the handoff.

use super::Shown;
use crate::{
    ui::{Button, ChosenFiles, ErrorNotice, FileField, FileList, Icon},
    upload::{Upload, UploadProgress},
};
use domain::policy::{Action, check_role};
use leptos::{ev::SubmitEvent, prelude::*};

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
            <Show when=move || may_add.get()>{move || form(shown)}</Show>
        </section>
    }
    .into_any()
}

/// Sends files with progress; without scripts the browser posts the form.
fn form(shown: Shown) -> AnyView {
    let (upload, chosen) = (Upload::new(), ChosenFiles::new());
    let submit = move |event: SubmitEvent| {
        upload.send(&event, move |_| {
            chosen.clear();
            shown.reload.run(());
        });
    };
    let failed = move || {
        let said = upload.failure().map(|error| error.to_string());
        said.map(|what| view! { <ErrorNotice what kept="What you chose is still here." /> })
    };
    let action = format!("/handoffs/{}/files", shown.id);
    let busy = Signal::derive(move || upload.is_busy());
    view! {
        <form class="stack tight" method="post" enctype="multipart/form-data" action=action on:submit=submit>
            {failed}
            <FileField name="files" label="Add files" chosen hint="Up to 200 MB each." />
            <UploadProgress upload />
            <div class="row"><Button submit=true icon=Icon::Upload busy>"Upload"</Button></div>
        </form>
    }
    .into_any()
}
