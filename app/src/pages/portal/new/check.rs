//! What is typed, and what keeps it from being sent.

use super::given::{Answer, Answers};
use crate::{
    typed::Typed,
    ui::{ChosenFiles, FormFault},
};
use domain::{
    ids::{RequestFieldId, WorkflowId},
    job::Promise,
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
    /// What comes with it besides.
    pub files: ChosenFiles,
    /// What is given for the form of each workflow.
    answers: StoredValue<Vec<Answers>>,
}

impl Request {
    /// With what was typed before, and a workflow.
    pub fn beginning_with(typed: &Typed, workflow: String, promises: &[Promise]) -> Self {
        let answers = promises.iter();
        let answers = answers.map(|promise| Answers::beginning_with(promise, typed));
        Self {
            workflow: RwSignal::new(workflow),
            title: RwSignal::new(typed.text("title")),
            brief: RwSignal::new(typed.text("brief")),
            files: ChosenFiles::new(),
            answers: StoredValue::new(answers.collect()),
        }
    }

    /// Whether this workflow is chosen; tracked.
    pub fn is_for(self, workflow: WorkflowId) -> bool {
        *self.workflow.read() == workflow.to_string()
    }

    /// What is given for a field of a workflow's form.
    pub fn answer(self, field: RequestFieldId) -> Option<Answer> {
        let answers = self.answers.read_value();
        answers.iter().find_map(|answers| answers.to(field))
    }

    /// Everything that is typed, by the names of the controls.
    pub fn texts(self) -> Vec<(String, RwSignal<String>)> {
        let own = [
            ("title", self.title),
            ("brief", self.brief),
            ("workflow", self.workflow),
        ];
        let own = own.map(|(name, text)| (name.to_owned(), text));
        let answers = self.answers.read_value();
        let asked = answers.iter().flat_map(Answers::texts);
        own.into_iter().chain(asked).collect()
    }

    /// What a control holds, in words; tracked. Nothing for what is no control.
    pub fn shown(self, control: &str) -> String {
        let typed = self.texts().into_iter().find(|(name, _)| name == control);
        let chosen = self
            .all_files()
            .into_iter()
            .find(|(name, _)| name == control);
        let chosen = chosen.map_or_else(Vec::new, |(_, files)| files.list());
        let names = chosen.into_iter().map(|file| file.name);
        let typed = typed.map(|(_, text)| text.get());
        typed
            .into_iter()
            .chain(names)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What keeps it from being sent, by the rules that the server has; tracked.
    pub fn faults(self) -> Vec<FormFault> {
        let mut faults = Vec::new();
        let mut found = |field: &str, reason: String| {
            faults.push(FormFault {
                field: field.to_owned(),
                reason,
            })
        };
        if self.workflow.read().parse::<WorkflowId>().is_err() {
            found("workflow", "Choose what kind of work you need.".to_owned());
        }
        for bad in self.chosen(Answers::faults) {
            found(&bad.field.control(), bad.why);
        }
        if let Err(bad) = self.title.read().parse::<JobTitle>() {
            found("title", bad.to_string());
        }
        if let Err(bad) = self.brief.read().parse::<Brief>() {
            found("brief", bad.to_string());
        }
        if let Some((field, reason)) = fault_of_files(&self.sent_files()) {
            found(&field, reason);
        }
        faults
    }

    /// What is read of the form of the workflow that is chosen; tracked.
    fn chosen<T>(self, read: impl Fn(&Answers) -> Vec<T>) -> Vec<T> {
        let workflow = self.workflow.read();
        let answers = self.answers.read_value();
        let chosen = answers.iter().find(|answers| answers.are_of(&workflow));
        chosen.map(read).unwrap_or_default()
    }

    fn sent_files(self) -> Vec<(String, ChosenFiles)> {
        let mut files = self.chosen(|answers| answers.files().collect());
        files.push(("files".to_owned(), self.files));
        files
    }

    fn all_files(self) -> Vec<(String, ChosenFiles)> {
        let answers = self.answers.read_value();
        let asked = answers.iter().flat_map(Answers::files);
        let besides = ("files".to_owned(), self.files);
        asked.chain([besides]).collect()
    }
}

/// The control whose files cannot be sent, and why; that they are too many is said where the last of them are.
fn fault_of_files(chosen: &[(String, ChosenFiles)]) -> Option<(String, String)> {
    let lists: Vec<_> = chosen
        .iter()
        .map(|(name, files)| (name, files.list()))
        .collect();
    let many = lists.iter().map(|(_, files)| files.len()).sum::<usize>();
    if many > MOST_FILES {
        let (last, _) = lists.iter().rfind(|(_, files)| !files.is_empty())?;
        return Some((
            (*last).clone(),
            format!("You chose {many} files, and {MOST_FILES} can be sent at once: take some out."),
        ));
    }
    lists.into_iter().find_map(|(name, files)| {
        let large = files.into_iter().find(|file| file.size > MOST_BYTES)?;
        let reason = format!(
            "“{}” is larger than 200 MB. Take it out and send a smaller file, or a link to it.",
            large.name
        );
        Some((name.clone(), reason))
    })
}
