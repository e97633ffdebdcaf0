//! What is typed, and what keeps it from being sent.

use crate::{
    api::error::ApiError,
    typed::Typed,
    ui::{ChosenFiles, FormFault},
};
use domain::{
    ids::WorkflowId,
    text::{Brief, JobTitle},
};
use leptos::prelude::*;

/// The largest file that the server takes, in bytes.
const MOST_BYTES: i64 = 200 << 20;

/// The most files that the server takes at once.
const MOST_FILES: usize = 20;

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

impl Request {
    /// With what was typed before, and a workflow.
    pub fn beginning_with(typed: &Typed, workflow: String) -> Self {
        Self {
            workflow: RwSignal::new(workflow),
            title: RwSignal::new(typed.text("title")),
            brief: RwSignal::new(typed.text("brief")),
            files: ChosenFiles::new(),
        }
    }

    /// What keeps it from being sent, by the rules that the server has.
    pub fn faults(self) -> Vec<FormFault> {
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

/// A refusal, and the field that it is about; the form where it is about none.
pub fn fault_of(error: &ApiError) -> FormFault {
    let field = match error {
        ApiError::Invalid { field, .. } => field.clone(),
        _ => "request".to_owned(),
    };
    FormFault {
        field,
        reason: error.to_string(),
    }
}
