//! A message about a job, with files: sent by the client and the agency alike, with scripts off too.

use crate::{
    ui::{Button, ChosenFiles, ErrorNotice, FileField, Icon, Look, TextArea},
    upload::{Upload, UploadProgress},
};
use domain::ids::JobId;
use leptos::{ev::SubmitEvent, prelude::*};

/// The form. What was typed stays until it is sent.
#[component]
pub fn MessageForm(
    /// Which job it is about.
    id: JobId,
    /// What is asked: "Your answer".
    label: &'static str,
    /// Something has to be written; otherwise files alone will do.
    #[prop(optional)]
    required: bool,
    /// The word on the button, a verb.
    button: &'static str,
    /// Called when it was sent.
    sent: Callback<()>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let files = ChosenFiles::new();
    let upload = Upload::new();
    let empty = RwSignal::new(false);
    let missing = if required {
        "Write your answer."
    } else {
        "Write something, or choose a file."
    };
    let error = Signal::derive(move || {
        let nothing = || empty.get().then(|| missing.to_owned());
        upload.failure_of("message").or_else(nothing)
    });
    let failed = move || {
        upload
            .failure()
            .filter(|_| upload.failure_of("message").is_none())
    };
    let send = move |event: SubmitEvent| {
        let no_files = required || untrack(|| files.list()).is_empty();
        let nothing = text.read_untracked().trim().is_empty() && no_files;
        empty.set(nothing);
        if nothing {
            event.prevent_default();
            return;
        }
        upload.send(&event, move |_| {
            text.set(String::new());
            files.clear();
            sent.run(());
        });
    };
    view! {
        <form class="stack tight" method="post" enctype="multipart/form-data" action=format!("/jobs/{id}/files")
            on:submit=send>
            {move || failed().map(|error| view! { <ErrorNotice what=error.to_string() kept="What you wrote is still here." /> })}
            <TextArea name="message" label value=text error optional=!required rows=3 />
            <FileField name="files" label="Files" chosen=files optional=true hint="Up to 200 MB each." />
            <UploadProgress upload />
            <div class="row">
                <Button look=Look::Primary submit=true icon=Icon::Send busy=Signal::derive(move || upload.is_busy())>{button}</Button>
            </div>
        </form>
    }
    .into_any()
}
