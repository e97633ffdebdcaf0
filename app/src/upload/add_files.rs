//! The form that adds files to what is there.

use super::{Upload, UploadProgress};
use crate::ui::{Button, ChosenFiles, ErrorNotice, FileField, Icon};
use leptos::{ev::SubmitEvent, prelude::*};

/// Sends files with progress; without scripts the browser posts the form.
#[component]
pub fn AddFiles(
    /// Where they are sent to.
    action: String,
    /// Called when they were taken.
    added: Callback<()>,
) -> impl IntoView {
    let (upload, chosen) = (Upload::new(), ChosenFiles::new());
    let submit = move |event: SubmitEvent| {
        upload.send(&event, move |_| {
            chosen.clear();
            added.run(());
        });
    };
    let failed = move || {
        let said = upload.failure().map(|error| error.to_string());
        said.map(|what| view! { <ErrorNotice what kept="What you chose is still here." /> })
    };
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
