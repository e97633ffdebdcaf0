//! The form itself: one column, sent with its files.

use super::{draft, workflows::Workflows};
use crate::{
    api::portal::load_promises,
    typed::use_typed,
    ui::{
        Button, ChosenFiles, FileField, FormErrors, FormFault, Icon, Look, TextArea, TextField,
        announcer::use_announcer,
    },
    upload::{Upload, UploadProgress},
};
use domain::{
    ids::WorkflowId,
    job::Promise,
    text::{Brief, JobTitle},
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use leptos_router::hooks::{use_navigate, use_query_map};
use std::time::Duration;

/// The largest file that the server takes, in bytes.
const MOST_BYTES: i64 = 200 << 20;

/// The most files that the server takes at once.
const MOST_FILES: usize = 20;

/// How long a promise may stand on the screen before it is asked for again.
const PROMISE_LASTS: Duration = Duration::from_secs(60);

/// What is typed into the form.
#[derive(Clone, Copy)]
pub struct Request {
    /// The id of the workflow; empty before one is chosen.
    pub workflow: RwSignal<String>,
    /// What it is called.
    pub title: RwSignal<String>,
    /// What is asked for.
    pub brief: RwSignal<String>,
    /// What comes with it.
    pub files: ChosenFiles,
}

/// The form, with what can be asked for.
#[component]
pub fn RequestForm(
    /// The workflows and their promises, at least one.
    promises: Vec<Promise>,
) -> impl IntoView {
    let typed = use_typed();
    let chosen = first_choice(&promises, &typed.text("workflow"));
    let request = Request {
        workflow: RwSignal::new(chosen),
        title: RwSignal::new(typed.text("title")),
        brief: RwSignal::new(typed.text("brief")),
        files: ChosenFiles::new(),
    };
    let promises = kept_true(promises);
    let upload = Upload::new();
    let faults = RwSignal::new(Vec::<FormFault>::new());
    let scripted = draft::keep(request);
    let refused = move || upload.failure().or_else(|| typed.error.clone());
    let all_faults = Signal::derive(move || {
        let here = faults.get();
        if !here.is_empty() {
            return here;
        }
        refused()
            .map(|error| super::draft::fault_of(&error))
            .into_iter()
            .collect()
    });
    let error_of = move |field: &'static str| {
        Signal::derive(move || {
            let faults = all_faults.get();
            faults
                .into_iter()
                .find(|fault| fault.field == field)
                .map(|fault| fault.reason)
        })
    };
    let (navigate, announcer) = (use_navigate(), use_announcer());
    let send = move |event: SubmitEvent| {
        let found = request.faults();
        if !found.is_empty() {
            event.prevent_default();
            faults.set(found);
            return;
        }
        faults.set(Vec::new());
        let navigate = navigate.clone();
        upload.send(&event, move |taken| {
            draft::forget();
            announcer.say("Your request is sent.");
            navigate(&taken.url, Default::default());
        });
    };
    view! {
        <form class="stack request" method="post" enctype="multipart/form-data" action="/portal/jobs"
            aria-label="New request" novalidate=move || scripted.get() on:submit=send>
            <FormErrors faults=all_faults />
            <Workflows promises chosen=request.workflow error=error_of("workflow") />
            <TextField name="title" label="What is it called?" value=request.title error=error_of("title")
                hint="A few words, as you would name it to a colleague." />
            <TextArea name="brief" label="What do you need?" value=request.brief error=error_of("brief") rows=6 optional=true
                hint="What it is for, who it is for, what must be in it, what must not." />
            <FileField name="files" label="Files" chosen=request.files error=error_of("files") optional=true
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

impl Request {
    /// What keeps it from being sent, by the rules that the server has.
    fn faults(self) -> Vec<FormFault> {
        let mut faults = Vec::new();
        let mut found = |field: &str, reason: String| {
            faults.push(FormFault {
                field: field.to_owned(),
                reason,
            })
        };
        if self
            .workflow
            .read_untracked()
            .parse::<WorkflowId>()
            .is_err()
        {
            found("workflow", "Choose what kind of work you need.".to_owned());
        }
        if let Err(bad) = self.title.read_untracked().parse::<JobTitle>() {
            found("title", bad.to_string());
        }
        if let Err(bad) = self.brief.read_untracked().parse::<Brief>() {
            found("brief", bad.to_string());
        }
        if let Some(reason) = fault_of_files(self.files) {
            found("files", reason);
        }
        faults
    }
}

fn fault_of_files(files: ChosenFiles) -> Option<String> {
    let files = untrack(|| files.list());
    if files.len() > MOST_FILES {
        return Some(format!(
            "You chose {} files, and {MOST_FILES} can be sent at once: take some out.",
            files.len()
        ));
    }
    let large = files.into_iter().find(|file| file.size > MOST_BYTES)?;
    Some(format!(
        "“{}” is larger than 200 MB. Take it out and send a smaller file, or a link to it.",
        large.name
    ))
}

/// What was chosen before, what the address names, or the only one there is.
fn first_choice(promises: &[Promise], before: &str) -> String {
    let named = use_query_map()
        .read_untracked()
        .get("workflow")
        .unwrap_or_default();
    let only = || match promises {
        [only] => only.workflow.id.to_string(),
        _ => String::new(),
    };
    let wanted = if before.is_empty() {
        named
    } else {
        before.to_owned()
    };
    let known = promises
        .iter()
        .any(|promise| promise.workflow.id.to_string() == wanted);
    if known { wanted } else { only() }
}

/// The promises, asked for again every minute while the page is looked at: they move with the clock.
fn kept_true(promises: Vec<Promise>) -> RwSignal<Vec<Promise>> {
    let promises = RwSignal::new(promises);
    Effect::new(move |_| {
        let again = move || {
            spawn_local(async move {
                if let Ok(loaded) = load_promises().await {
                    // Nobody looks any more where the page was left meanwhile.
                    let _ = promises.try_set(loaded);
                }
            });
        };
        if let Ok(timer) = set_interval_with_handle(again, PROMISE_LASTS) {
            on_cleanup(move || timer.clear());
        }
    });
    promises
}
