//! A milestone, declared done by hand.

use crate::{
    api::plan::MarkMilestone,
    boot::use_viewer,
    ui::{Button, ErrorNotice, Look, now::use_now, when::date},
};
use domain::{
    policy::{Action, check_role},
    time::Day,
};
use leptos::prelude::*;

/// Declaring milestones done, and taking it back.
#[derive(Clone, Copy)]
pub(super) struct Milestones {
    mark: ServerAction<MarkMilestone>,
    /// Whether the viewer may; others only read.
    may: bool,
}

impl Milestones {
    pub fn new() -> Self {
        let viewer = use_viewer();
        let may =
            viewer.is_some_and(|viewer| check_role(viewer.role, Action::MarkMilestone).is_ok());
        Self {
            mark: ServerAction::new(),
            may,
        }
    }

    /// Counts what was declared: the plan is read again after each.
    pub fn version(self) -> usize {
        self.mark.version().get()
    }

    /// What stands below the name of a milestone.
    pub fn control(self, outcome: &str, done_on: Option<Day>) -> AnyView {
        let said = match done_on {
            Some(day) => format!("Done on {}", date(day)),
            None => "Not done yet".into(),
        };
        let form = self.may.then(|| self.form(outcome.to_owned(), done_on));
        let failed = move || match self.mark.value().get() {
            Some(Err(error)) => Some(view! { <ErrorNotice what=error.to_string() /> }),
            _ => None,
        };
        view! {
            <div class="milestone">
                <span class="muted small">{said}</span>
                {form}
                {failed}
            </div>
        }
        .into_any()
    }

    fn form(self, outcome: String, done_on: Option<Day>) -> AnyView {
        let today = use_now().get_untracked().date_naive().to_string();
        let busy = self.mark.pending();
        let day = done_on.is_none().then(|| {
            let id = format!("done-on-{outcome}");
            view! {
                <label class="visually-hidden" for=id.clone()>"Done on"</label>
                <input class="control" type="date" id=id name="done_on" value=today required />
            }
        });
        let verb = if done_on.is_none() {
            "Mark done"
        } else {
            "Undo"
        };
        let look = if done_on.is_none() {
            Look::Plain
        } else {
            Look::Quiet
        };
        view! {
            <ActionForm action=self.mark>
                <div class="row">
                    <input type="hidden" name="outcome" value=outcome />
                    {day}
                    <Button submit=true look busy>{verb}</Button>
                </div>
            </ActionForm>
        }
        .into_any()
    }
}
