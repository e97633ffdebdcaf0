//! The versions of an engagement's workflows, which several forms of the page write.

use domain::{engagement::EngagementPage, ids::WorkflowId};
use leptos::prelude::*;

/// The version of each workflow as this page knows it: what one form saved is no news to the other.
#[derive(Clone)]
pub struct Versions(Vec<(WorkflowId, RwSignal<i64>)>);

impl Versions {
    /// As the page was loaded.
    pub fn of(page: &EngagementPage) -> Self {
        let forms = page.forms.iter();
        Self(
            forms
                .map(|form| (form.workflow, RwSignal::new(form.version)))
                .collect(),
        )
    }

    /// The version of a workflow; `loaded` where the page has no other form that writes it.
    pub fn get(&self, workflow: WorkflowId, loaded: i64) -> RwSignal<i64> {
        let known = self.0.iter().find(|(id, _)| *id == workflow);
        known.map_or_else(|| RwSignal::new(loaded), |(_, version)| *version)
    }
}
