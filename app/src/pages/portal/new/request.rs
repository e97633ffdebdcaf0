//! The form itself: one column, sent with its files.

use super::{
    check::Request,
    draft,
    faults::Faults,
    promises::{first_choice, kept_true},
    workflows::workflows,
};
use crate::{
    typed::use_typed,
    ui::{
        Button, FileField, FormErrors, Icon, Look, TextArea, TextField, announcer::use_announcer,
    },
    upload::{Upload, UploadProgress},
};
use domain::job::Promise;
use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::hooks::use_navigate;

/// The form, with what can be asked for.
#[component]
pub fn RequestForm(
    /// The workflows and their promises, at least one.
    promises: Vec<Promise>,
) -> impl IntoView {
    let typed = use_typed();
    let chosen = first_choice(&promises, &typed.text("workflow"));
    let request = Request::beginning_with(&typed, chosen, &promises);
    let promises = kept_true(promises);
    let upload = Upload::new();
    let scripted = draft::keep(request);
    let faults = Faults::of(request, move || {
        upload.failure().or_else(|| typed.error.clone())
    });
    let (navigate, announcer) = (use_navigate(), use_announcer());
    let send = move |event: SubmitEvent| {
        if !faults.none(request) {
            event.prevent_default();
            return;
        }
        let navigate = navigate.clone();
        upload.send(&event, move |taken| {
            draft::forget(request);
            announcer.say("Your request is sent.");
            navigate(&taken.url, Default::default());
        });
    };
    view! {
        <form class="stack request" id="request" method="post" enctype="multipart/form-data" action="/portal/jobs"
            aria-label="New request" novalidate=move || scripted.get() on:submit=send>
            <FormErrors faults=faults.all() />
            {workflows(promises, request, faults, scripted)}
            <TextField name="title" label="What is it called?" value=request.title error=faults.about("title")
                hint="A few words, as you would name it to a colleague." />
            <TextArea name="brief" label="What do you need?" value=request.brief error=faults.about("brief") rows=6 optional=true
                hint="What it is for, who it is for, what must be in it, what must not." />
            <FileField name="files" label="Files" chosen=request.files error=faults.about("files") optional=true
                hint="Logos, footage, copy, examples: up to 200 MB each, 20 at once." />
            <UploadProgress upload />
            <div class="row">
                <Button look=Look::Primary submit=true icon=Icon::Send busy=Signal::derive(move || upload.is_busy())>"Send request"</Button>
                <a class="button quiet" href="/portal">"Back"</a>
            </div>
        </form>
    }
    .into_any()
}
