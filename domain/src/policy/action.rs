//! Everything that the product does, and how it is refused.

use super::{
    Actor,
    roles::roles,
    scope,
    words::{what, who},
};
use crate::{
    handoff::{HandoffEventKind, HandoffKind},
    ids::{ClientId, PersonId},
    job::JobEventKind,
    people::AccessRole,
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
    /// Open the counts of first passes and retakes, by workflow, maker and reason.
    SeeQuality,
    /// Say what QC looks at in the deliverables of a workflow.
    EditChecklist,
    /// Say what the request form of a workflow asks for.
    EditRequestForm,
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
    /// Change the order of the handoffs of that kind within a column.
    Arrange(HandoffKind),
    /// Say how many handoffs a column of the board takes.
    SetLimits,
    /// Keep a way of looking at a page, and give it a name.
    SaveView,
    /// Move a handoff of that kind.
    Handoff(HandoffKind, HandoffEventKind),
    /// Read and write the comments of the agency's people.
    Comment,
    /// Read what concerns oneself.
    SeeFeed,
    /// Search the agency's records.
    Search,
    /// Pass on all that this person holds.
    PassDesk(PersonId),
    /// Open the brand pages of clients.
    SeeBrand,
    /// Write what is known of a client's brand.
    WriteBrand,
    /// Sign a new engagement, or change its terms.
    SignEngagement,
    /// Enter money or hours spent.
    EnterCost,
    /// Ask a client for its NPS and plan what comes next, after a closing report.
    FollowUp,
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
        Action::PassDesk(person) => check_desk(actor.role, actor.person, person),
        _ => check_role(actor.role, action),
    }
}

/// Whether somebody of `role`, who is the person `own`, may pass on the desk of `person`: a producer their own alone.
///
/// # Errors
/// A sentence that says who may.
pub fn check_desk(
    role: AccessRole,
    own: Option<PersonId>,
    person: PersonId,
) -> Result<(), Refusal> {
    if role == AccessRole::Producer && own != Some(person) {
        return Err(Refusal::Role(
            "Only executives and admins can pass on somebody else's desk; a producer passes on their own."
                .to_owned(),
        ));
    }
    check_role(role, Action::PassDesk(person))
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
