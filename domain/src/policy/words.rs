//! The words of a refusal: "Only Generative can submit this."

use super::Action;
use crate::{handoff::HandoffEventKind, job::JobEventKind, people::AccessRole};

/// The roles as a sentence names them; an admin, who may nearly everything, only where nobody else may.
pub(super) fn who(roles: &[AccessRole]) -> String {
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
pub(super) const fn what(action: Action) -> &'static str {
    match action {
        Action::SeeBoard => "open the board",
        Action::SeeJobs => "open the agency's jobs",
        Action::SeeEngagements => "open engagements",
        Action::SeeDashboard => "open the dashboard",
        Action::SeeQuality => "open quality",
        Action::EditChecklist => "write a QC checklist",
        Action::EditRequestForm => "write a request form",
        Action::SeePlan => "open the plan",
        Action::SeeTeam => "open the team",
        Action::SeeFees => "see fees",
        Action::SeeMargin => "see costs and margin",
        Action::SeePortal => "open the portal",
        Action::SeeClient(_) => "see this",
        Action::SubmitJob => "send a request",
        Action::Job(event) => job_move(event),
        Action::Prepare(_) => "prepare this",
        Action::Arrange(_) => "arrange these",
        Action::SetLimits => "limit the board's columns",
        Action::SaveView => "keep a view",
        Action::Handoff(_, event) => handoff_move(event),
        Action::Comment => "read and write comments",
        Action::SeeFeed => "open what concerns them",
        Action::Search => "search the agency's records",
        Action::PassDesk(_) => "pass on a desk",
        Action::SeeBrand => "open brand pages",
        Action::WriteBrand => "write this brand page",
        Action::SignEngagement => "sign an engagement",
        Action::FollowUp => "follow up on this",
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
