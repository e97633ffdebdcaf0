//! The engagements as a list, and one of them on its own page.

use super::{Ending, EngagementStage};
use crate::{
    board::{AttachedFile, HandoffCard, turn},
    calendar::Sla,
    closing::OpenFollowUp,
    handoff::{HandoffKind, Stage},
    ids::*,
    job::{JobState, WorkflowForm},
    money::Cents,
    package::{EngagementType, PackagePage},
    quality::WorkflowChecklist,
    time::{Day, Instant},
};
use serde::{Deserialize, Serialize};

/// Somebody or something with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named<Id> {
    /// Its identity.
    pub id: Id,
    /// Its name.
    pub name: String,
}

/// An engagement in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EngagementRow {
    /// Its identity.
    pub id: EngagementId,
    /// Counts its changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub client: Named<ClientId>,
    /// Where its handoffs have brought it.
    pub stage: EngagementStage,
    /// When the SOW was signed.
    pub sow_signed_at: Instant,
    /// The monthly fee; unset for those who may not see it.
    pub monthly_fee: Option<Cents>,
    /// What the fee is paid in.
    pub currency: String,
    /// The first day.
    pub starts_on: Day,
    /// The last day; unset while open-ended.
    pub ends_on: Option<Day>,
    /// Who sells and cares for it.
    pub account_manager: Option<Named<PersonId>>,
    /// Who produces it.
    pub producer: Option<Named<PersonId>>,
    /// Who stands in for the producer.
    pub backup: Option<Named<PersonId>>,
    /// The team.
    pub pod: Option<Named<PodId>>,
}

/// Everything about one engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EngagementPage {
    /// As in the list.
    pub row: EngagementRow,
    /// Its handoffs H1, H2, H4 and the latest H3s, in the order in which they were opened.
    pub cycle: Vec<CycleStep>,
    /// What it delivers again and again.
    pub workflows: Vec<WorkflowRow>,
    /// What the request form of each of them asks for.
    pub forms: Vec<WorkflowForm>,
    /// What QC looks at in each of them.
    pub checklists: Vec<WorkflowChecklist>,
    /// Its jobs, by state.
    pub jobs: Vec<(JobState, i64)>,
    /// Files of the SOW package.
    pub files: Vec<AttachedFile>,
    /// What its SOW package says: milestones, staffing, budget.
    pub scope: Option<Box<PackagePage>>,
    /// Its open handoffs as cards.
    pub open: Vec<HandoffCard>,
    /// Sales' follow-up of its closing report, while that is open.
    pub follow_up: Option<OpenFollowUp>,
    /// How it was ended before its term, each time that it was; the latest last.
    pub endings: Vec<Ending>,
    /// Those who carry it by name and have left the agency.
    pub left: Vec<PersonId>,
}

impl EngagementPage {
    /// How it was ended before its term, if that stands.
    pub fn ending(&self) -> Option<&Ending> {
        self.endings
            .iter()
            .find(|ending| ending.taken_back.is_none())
    }
}

/// One handoff in the cycle of an engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CycleStep {
    /// Which.
    pub id: HandoffId,
    /// Its kind.
    pub kind: HandoffKind,
    /// Where it stands.
    pub stage: Stage,
    /// When it was opened; unset where nobody recorded that.
    pub opened_at: Option<Instant>,
    /// When it reached that stage.
    pub since: Option<Instant>,
    /// How it was settled: in time and whole, or not; unset while it is open.
    pub compliant: Option<bool>,
}

impl CycleStep {
    /// How long it took, or takes so far, in seconds; unset where its beginning is not known.
    pub fn took(&self, now: Instant) -> Option<i64> {
        let until = match self.stage {
            Stage::Accepted => self.since?,
            _ => now,
        };
        Some((until - self.opened_at?).num_seconds().max(0))
    }
}

/// Who does what next in a handoff of `kind` that stands in `stage`; nothing once it is accepted.
pub fn next_step(kind: HandoffKind, stage: Stage) -> Option<String> {
    let verb = match stage {
        Stage::Preparing => "submits",
        Stage::Submitted | Stage::InReview => "accepts or returns",
        Stage::Accepted => return None,
    };
    Some(format!(
        "{} {verb} the {}",
        turn(kind, stage)?,
        kind.package()
    ))
}

/// A workflow of an engagement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowRow {
    /// Its identity.
    pub id: WorkflowId,
    /// Its name.
    pub name: String,
    /// What it promises.
    pub sla: Sla,
    /// Jobs that are neither approved nor declined nor cancelled.
    pub open_jobs: i64,
    /// All its jobs.
    pub jobs: i64,
}

/// What whoever signs an engagement can choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SigningChoices {
    /// The companies.
    pub clients: Vec<Named<ClientId>>,
    /// People of Sales.
    pub account_managers: Vec<Named<PersonId>>,
    /// Producers.
    pub producers: Vec<Named<PersonId>>,
    /// The pods.
    pub pods: Vec<Named<PodId>>,
}

/// Signing a new engagement; its H1 is opened with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignEngagement {
    /// With whom.
    pub client: ClientId,
    /// What it is called.
    pub name: String,
    /// When the SOW was signed.
    pub sow_signed_at: Instant,
    /// The monthly fee.
    pub monthly_fee: Cents,
    /// The first day.
    pub starts_on: Day,
    /// The last day; unset for an open end.
    pub ends_on: Option<Day>,
    /// Who sells and cares for it.
    pub account_manager: Option<PersonId>,
    /// Who produces it.
    pub producer: Option<PersonId>,
    /// Who stands in for the producer.
    pub backup: Option<PersonId>,
    /// The team, where it is known already.
    pub pod: Option<PodId>,
    /// The kind of engagement, whose usual lines the SOW package begins with.
    pub usual: Option<EngagementType>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::HandoffId;
    use chrono::TimeDelta;
    use uuid::Uuid;

    fn step(stage: Stage, since: i64) -> CycleStep {
        let at = |hour| Instant::UNIX_EPOCH + TimeDelta::hours(hour);
        CycleStep {
            id: HandoffId(Uuid::nil()),
            kind: HandoffKind::SalesToProduction,
            stage,
            opened_at: Some(at(1)),
            since: Some(at(since)),
            compliant: None,
        }
    }

    #[test]
    fn what_is_accepted_took_its_time_and_what_is_open_takes_it_still() {
        let now = Instant::UNIX_EPOCH + TimeDelta::hours(10);
        assert_eq!(step(Stage::Accepted, 4).took(now), Some(3 * 3_600));
        assert_eq!(step(Stage::InReview, 4).took(now), Some(9 * 3_600));
        let unknown = CycleStep {
            opened_at: None,
            ..step(Stage::Accepted, 4)
        };
        assert_eq!(unknown.took(now), None);
    }

    #[test]
    fn the_next_step_names_who_takes_it() {
        let next = |stage| next_step(HandoffKind::SalesToProduction, stage);
        assert_eq!(
            next(Stage::Preparing).as_deref(),
            Some("Sales submits the SOW package")
        );
        assert_eq!(
            next(Stage::InReview).as_deref(),
            Some("Production accepts or returns the SOW package")
        );
        assert_eq!(next(Stage::Accepted), None);
    }
}
