//! Everything that the product does, and the roles that may do it.
//!
//! | | client | producer | sales | generative | executive | admin |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | portal; submit a job, answer a survey | own | | | | | |
//! | approve, ask for changes, cancel a job | own | | | | | yes |
//! | board, jobs, engagements, dashboard, plan | | yes | yes | yes | yes | yes |
//! | fees | | yes | yes | | yes | yes |
//! | costs and margin | | yes | | | yes | yes |
//! | team | | yes | | | yes | yes |
//! | accept, decline, hold a job | | yes | | | | yes |
//! | resume a job (a client does by answering) | own | yes | | | | yes |
//! | move a job on through production and QC | | yes | | yes | | yes |
//! | deliver a job | | yes | | | | yes |
//! | prepare, submit a handoff | | its sender | its sender | its sender | | yes |
//! | review, accept, return, answer a handoff | | its receiver | its receiver | its receiver | | yes |
//! | sign an engagement | | | yes | | | yes |
//! | enter costs, mark a milestone | | yes | | | | yes |
//! | users, settings, import, export, the change log | | | | | | yes |
//!
//! Sales sees what it sold, not what it costs to make: margin reaches it as the closing report's item.

use super::{Actor, scope};
use crate::{
    handoff::{HandoffEventKind, HandoffKind},
    ids::ClientId,
    job::JobEventKind,
    people::{AccessRole, Department},
};
use serde::{Deserialize, Serialize};

/// Something that the product does. Actions on a thing of a client ask [`Action::SeeClient`] as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Action {
    /// Open the handoff board and its handoffs.
    SeeBoard,
    /// Open the agency's jobs.
    SeeJobs,
    /// Open engagements, their workflows and pods.
    SeeEngagements,
    /// Open the dashboard.
    SeeDashboard,
    /// Open the plan.
    SeePlan,
    /// Open the people of the agency and their load.
    SeeTeam,
    /// See what engagements are paid.
    SeeFees,
    /// See costs, rates and margin.
    SeeMargin,
    /// Open the portal.
    SeePortal,
    /// See anything that belongs to this client.
    SeeClient(ClientId),
    /// Send a request.
    SubmitJob,
    /// Move a job.
    Job(JobEventKind),
    /// Fill in the items of a handoff of that kind.
    Prepare(HandoffKind),
    /// Move a handoff of that kind.
    Handoff(HandoffKind, HandoffEventKind),
    /// Sign a new engagement, or change its terms.
    SignEngagement,
    /// Enter money or hours spent.
    EnterCost,
    /// Answer a survey.
    AnswerSurvey,
    /// Declare a milestone of the plan done.
    MarkMilestone,
    /// Make, change and close accounts.
    ManageUsers,
    /// Change the zone, opening hours, holidays and other settings.
    ManageSettings,
    /// Bring data in.
    Import,
    /// Take all data out.
    Export,
    /// Read the change log.
    SeeChanges,
}

/// Why somebody may not do something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// The role may not; the sentence says who may.
    #[error("{0}")]
    Role(String),
    /// For this actor there is no such thing: the same answer whether it belongs to another
    /// company or to nobody.
    #[error("There is nothing here. It may have been removed, or the address is wrong.")]
    NotFound,
}

/// Whether `actor` may do `action`.
///
/// # Errors
/// [`Refusal::NotFound`] for things of another company, [`Refusal::Role`] for what the role may not do.
pub fn may(actor: &Actor, action: Action) -> Result<(), Refusal> {
    match action {
        Action::SeeClient(client) if !scope(actor).has(client) => Err(Refusal::NotFound),
        _ if actor.user.is_none() => Ok(()),
        _ => check_role(actor.role, action),
    }
}

/// Whether `role` may do `action`, whosever thing it is done to.
///
/// # Errors
/// A sentence that says who may.
pub fn check_role(role: AccessRole, action: Action) -> Result<(), Refusal> {
    let allowed = roles(action);
    if allowed.contains(&role) {
        return Ok(());
    }
    Err(Refusal::Role(format!(
        "Only {} can {}.",
        who(&allowed),
        what(action)
    )))
}

/// The roles that may do `action`.
fn roles(action: Action) -> Vec<AccessRole> {
    use AccessRole::*;
    let staff = || vec![Producer, Sales, Generative, Executive, Admin];
    match action {
        Action::SeeClient(_) => AccessRole::ALL.to_vec(),
        Action::SeePortal | Action::SubmitJob | Action::AnswerSurvey => vec![Client],
        Action::SeeBoard
        | Action::SeeJobs
        | Action::SeeEngagements
        | Action::SeeDashboard
        | Action::SeePlan => staff(),
        Action::SeeFees => vec![Producer, Sales, Executive, Admin],
        Action::SeeMargin | Action::SeeTeam => vec![Producer, Executive, Admin],
        Action::Job(event) => job_roles(event),
        Action::Prepare(kind) => vec![role_of(kind.sender()), Admin],
        Action::Handoff(kind, event) => vec![role_of(acting(kind, event)), Admin],
        Action::SignEngagement => vec![Sales, Admin],
        Action::EnterCost | Action::MarkMilestone => vec![Producer, Admin],
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

/// The roles as a sentence names them; an admin, who may nearly everything, only where nobody else may.
fn who(roles: &[AccessRole]) -> String {
    let names: Vec<&str> = roles
        .iter()
        .filter(|role| **role != AccessRole::Admin || roles.len() == 1)
        .map(|role| role.words())
        .collect();
    match names.as_slice() {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        names => names.concat(),
    }
}

impl AccessRole {
    /// As a sentence names those who have it: "Only … can submit this".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Client => "the client",
            Self::Producer => "Production",
            Self::Sales => "Sales",
            Self::Generative => "Generative",
            Self::Executive => "executives",
            Self::Admin => "an admin",
        }
    }
}

/// The action as a sentence names it: "Only Sales can …".
const fn what(action: Action) -> &'static str {
    match action {
        Action::SeeBoard => "open the board",
        Action::SeeJobs => "open the agency's jobs",
        Action::SeeEngagements => "open engagements",
        Action::SeeDashboard => "open the dashboard",
        Action::SeePlan => "open the plan",
        Action::SeeTeam => "open the team",
        Action::SeeFees => "see fees",
        Action::SeeMargin => "see costs and margin",
        Action::SeePortal => "open the portal",
        Action::SeeClient(_) => "see this",
        Action::SubmitJob => "send a request",
        Action::Job(event) => job_move(event),
        Action::Prepare(_) => "prepare this",
        Action::Handoff(_, event) => handoff_move(event),
        Action::SignEngagement => "sign an engagement",
        Action::EnterCost => "enter costs",
        Action::AnswerSurvey => "answer a survey",
        Action::MarkMilestone => "mark a milestone",
        Action::ManageUsers => "manage users",
        Action::ManageSettings => "change the settings",
        Action::Import => "import data",
        Action::Export => "export data",
        Action::SeeChanges => "read the change log",
    }
}

const fn job_move(event: JobEventKind) -> &'static str {
    match event {
        JobEventKind::Accepted => "accept this job",
        JobEventKind::Declined => "decline this job",
        JobEventKind::Production => "take this job into production",
        JobEventKind::Qc => "take this job to QC",
        JobEventKind::Delivered => "deliver this job",
        JobEventKind::ChangesRequested => "ask for changes",
        JobEventKind::Approved => "approve this job",
        JobEventKind::Held => "put this job on hold",
        JobEventKind::Resumed => "resume this job",
        JobEventKind::Cancelled => "cancel this job",
    }
}

const fn handoff_move(event: HandoffEventKind) -> &'static str {
    match event {
        HandoffEventKind::Opened => "open this",
        HandoffEventKind::Submitted => "submit this",
        HandoffEventKind::InReview => "review this",
        HandoffEventKind::Accepted => "accept this",
        HandoffEventKind::Returned => "return this",
        HandoffEventKind::AvailabilityAnswered => "answer who is available",
    }
}
