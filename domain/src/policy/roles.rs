//! The roles that may do each action.
//!
//! | | client | producer | sales | generative | executive | admin |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | portal; submit a job, answer a survey | own | | | | | |
//! | approve, ask for changes, cancel a job | own | | | | | yes |
//! | board, jobs, engagements, dashboard, plan | | yes | yes | yes | yes | yes |
//! | brand pages | | writes | writes | yes | yes | writes |
//! | comments, feed, search | | yes | yes | yes | yes | yes |
//! | fees | | yes | yes | | yes | yes |
//! | costs and margin | | yes | | | yes | yes |
//! | team | | yes | | | yes | yes |
//! | quality: first passes and retakes, by maker too | | yes | | yes | yes | yes |
//! | the request form and the QC checklist of a workflow | | yes | | | | yes |
//! | pass on a desk | | own | | | yes | yes |
//! | accept, decline, hold a job | | yes | | | | yes |
//! | resume a job (a client does by answering) | own | yes | | | | yes |
//! | move a job on through production and QC | | yes | | yes | | yes |
//! | deliver a job | | yes | | | | yes |
//! | prepare, submit a handoff | | its sender | its sender | its sender | | yes |
//! | review, accept, return, answer a handoff | | its receiver | its receiver | its receiver | | yes |
//! | arrange handoffs in a column | | both sides | both sides | both sides | | yes |
//! | keep a view of one's own | | yes | yes | yes | yes | yes |
//! | enter costs, mark a milestone, limit the board's columns | | yes | | | | yes |
//! | sign an engagement, follow up on a closing report | | | yes | | | yes |
//! | users, settings, import, export, the change log | | | | | | yes |
//!
//! Sales sees what it sold, not what it costs to make: margin reaches it as the closing report's item.

use super::Action;
use crate::{
    handoff::{HandoffEventKind, HandoffKind},
    job::JobEventKind,
    people::{AccessRole, Department},
};

/// The roles that may do `action`.
pub(super) fn roles(action: Action) -> Vec<AccessRole> {
    use AccessRole::*;
    let staff = || vec![Producer, Sales, Generative, Executive, Admin];
    match action {
        Action::SeeClient(_) => AccessRole::ALL.to_vec(),
        Action::SeePortal | Action::SubmitJob | Action::AnswerSurvey => vec![Client],
        Action::SeeBoard
        | Action::SeeJobs
        | Action::SeeEngagements
        | Action::SeeDashboard
        | Action::SeePlan
        | Action::SaveView
        | Action::Comment
        | Action::SeeBrand
        | Action::SeeFeed
        | Action::Search => staff(),
        Action::SeeFees => vec![Producer, Sales, Executive, Admin],
        Action::SeeMargin | Action::SeeTeam | Action::PassDesk(_) => {
            vec![Producer, Executive, Admin]
        }
        Action::SeeQuality => vec![Producer, Generative, Executive, Admin],
        Action::Job(event) => job_roles(event),
        Action::Prepare(kind) => vec![role_of(kind.sender()), Admin],
        Action::Arrange(kind) => vec![role_of(kind.sender()), role_of(kind.receiver()), Admin],
        Action::Handoff(kind, event) => vec![role_of(acting(kind, event)), Admin],
        Action::EnterCost
        | Action::MarkMilestone
        | Action::SetLimits
        | Action::EditChecklist
        | Action::EditRequestForm => vec![Producer, Admin],
        Action::WriteBrand => vec![Producer, Sales, Admin],
        Action::SignEngagement | Action::FollowUp => vec![Sales, Admin],
        Action::ManageUsers
        | Action::ManageSettings
        | Action::Import
        | Action::Export
        | Action::SeeChanges => vec![Admin],
    }
}

fn job_roles(event: JobEventKind) -> Vec<AccessRole> {
    use AccessRole::*;
    match event {
        JobEventKind::Accepted
        | JobEventKind::Declined
        | JobEventKind::Held
        | JobEventKind::Delivered => vec![Producer, Admin],
        JobEventKind::Production | JobEventKind::Qc => vec![Producer, Generative, Admin],
        JobEventKind::Resumed => vec![Client, Producer, Admin],
        JobEventKind::ChangesRequested | JobEventKind::Approved | JobEventKind::Cancelled => {
            vec![Client, Admin]
        }
    }
}

/// The department that makes an event of a handoff happen. Opening is the sender's, whose work it is.
const fn acting(kind: HandoffKind, event: HandoffEventKind) -> Department {
    match event {
        HandoffEventKind::Opened | HandoffEventKind::Submitted => kind.sender(),
        HandoffEventKind::InReview
        | HandoffEventKind::Accepted
        | HandoffEventKind::Returned
        | HandoffEventKind::AvailabilityAnswered => kind.receiver(),
    }
}

/// The role through which a department acts.
const fn role_of(department: Department) -> AccessRole {
    match department {
        Department::Sales => AccessRole::Sales,
        Department::Production => AccessRole::Producer,
        Department::Generative => AccessRole::Generative,
        Department::Platform => AccessRole::Admin,
        Department::Executive => AccessRole::Executive,
    }
}
