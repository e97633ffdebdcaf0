//! What is given for the request forms of the workflows.

use crate::{typed::Typed, ui::ChosenFiles};
use domain::{
    ids::{RequestFieldId, WorkflowId},
    job::{BadAnswer, Given, Promise, RequestForm},
};
use leptos::prelude::*;

/// What is given for one field; for its kind one of the two stays empty.
#[derive(Clone, Copy)]
pub struct Answer {
    field: RequestFieldId,
    /// What is typed.
    pub text: RwSignal<String>,
    /// What is chosen.
    pub files: ChosenFiles,
}

/// What is given for the form of one workflow.
#[derive(Clone)]
pub struct Answers {
    workflow: WorkflowId,
    form: RequestForm,
    given: Vec<Answer>,
}

impl Answers {
    /// With what was typed before.
    pub fn beginning_with(promise: &Promise, typed: &Typed) -> Self {
        let answer = |id: RequestFieldId| Answer {
            field: id,
            text: RwSignal::new(typed.text(&id.control())),
            files: ChosenFiles::new(),
        };
        let fields = promise.form.fields.iter();
        Self {
            workflow: promise.workflow.id,
            form: promise.form.clone(),
            given: fields.map(|field| answer(field.id)).collect(),
        }
    }

    /// Whether they are of the workflow with this id.
    pub fn are_of(&self, workflow: &str) -> bool {
        self.workflow.to_string() == workflow
    }

    /// What is given for a field.
    pub fn to(&self, field: RequestFieldId) -> Option<Answer> {
        self.given
            .iter()
            .find(|answer| answer.field == field)
            .copied()
    }

    /// The texts by the names of their controls.
    pub fn texts(&self) -> impl Iterator<Item = (String, RwSignal<String>)> + '_ {
        let named = |answer: &Answer| (answer.field.control(), answer.text);
        self.given.iter().map(named)
    }

    /// All files that are chosen for them.
    pub fn files(&self) -> impl Iterator<Item = (String, ChosenFiles)> + '_ {
        let named = |answer: &Answer| (answer.field.control(), answer.files);
        self.given.iter().map(named)
    }

    /// What keeps them from being sent, by the rule that the server has; tracked.
    pub fn faults(&self) -> Vec<BadAnswer> {
        let with_files = self.given.iter().filter(|it| !it.files.list().is_empty());
        let given = Given {
            texts: self
                .given
                .iter()
                .map(|it| (it.field, it.text.get()))
                .collect(),
            files: with_files.map(|it| it.field).collect(),
        };
        self.form.check(&given).err().unwrap_or_default()
    }
}
