//! What happened, as rows: the only input of every number.
//!
//! The server reads them from the database; the browser is handed those that its viewer may see.

use crate::{
    calendar::{Calendar, Sla},
    handoff::{HandoffEvent, HandoffKind},
    ids::*,
    job::JobEvent,
    money::Cents,
    people::Person,
    time::{Day, Instant},
};
use serde::{Deserialize, Serialize};

/// Everything the numbers are computed from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The agency's zone, opening hours and holidays.
    pub calendar: Calendar,
    /// ISO 4217 code of all amounts.
    pub currency: String,
    /// The people of the agency.
    pub people: Vec<Person>,
    /// The companies it works for.
    pub clients: Vec<ClientFact>,
    /// The pods.
    pub pods: Vec<PodFact>,
    /// The SOWs.
    pub engagements: Vec<EngagementFact>,
    /// The kinds of work.
    pub workflows: Vec<WorkflowFact>,
    /// The requests.
    pub jobs: Vec<JobFact>,
    /// The handoffs.
    pub handoffs: Vec<HandoffFact>,
    /// Money spent.
    pub costs: Vec<CostFact>,
    /// NPS answers.
    pub surveys: Vec<SurveyFact>,
    /// Milestones of the plan, done by hand.
    pub milestones: Vec<MilestoneFact>,
}

/// A company that the agency works for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ClientFact {
    pub id: ClientId,
    pub key: String,
    pub name: String,
}

/// The team of an engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct PodFact {
    pub id: PodId,
    pub key: String,
    pub name: String,
    /// A fixed cost (the core pod), or paid from new revenue.
    pub core: bool,
}

/// One SOW with one client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct EngagementFact {
    pub id: EngagementId,
    pub key: String,
    pub name: String,
    pub client: ClientId,
    pub sow_signed_at: Instant,
    pub monthly_fee: Cents,
    pub starts_on: Day,
    /// The last day; unset while open-ended.
    pub ends_on: Option<Day>,
    pub account_manager: Option<PersonId>,
    pub producer: Option<PersonId>,
    pub backup: Option<PersonId>,
    pub pod: Option<PodId>,
}

/// A kind of work that an engagement delivers again and again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct WorkflowFact {
    pub id: WorkflowId,
    pub key: String,
    pub name: String,
    pub engagement: EngagementId,
    pub sla: Sla,
}

/// One request of a client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct JobFact {
    pub id: JobId,
    pub key: String,
    pub title: String,
    pub workflow: WorkflowId,
    pub submitted_at: Instant,
    /// As promised when it was submitted.
    pub sla: Sla,
    /// In order of time.
    pub events: Vec<JobEvent>,
}

/// Work passing from one department to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct HandoffFact {
    pub id: HandoffId,
    pub key: String,
    pub kind: HandoffKind,
    pub engagement: EngagementId,
    /// The job whose deliverable is handed over; H3 only.
    pub job: Option<JobId>,
    /// The day on which the pod is needed; H2 only.
    pub needed_on: Option<Day>,
    /// In order of time.
    pub events: Vec<HandoffEvent>,
}

/// Money spent on an engagement: hours of a person, or an amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct CostFact {
    pub id: CostId,
    pub key: String,
    pub engagement: EngagementId,
    pub date: Day,
    pub spent: Spent,
    pub note: String,
}

/// What was spent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Spent {
    /// Hours of a person, in hundredths of an hour, priced at the person's rate.
    Hours {
        /// Who worked.
        person: PersonId,
        /// Hundredths of an hour.
        hundredths: i64,
    },
    /// An outside amount.
    Amount(Cents),
}

crate::named! {
    /// What an NPS answer is about.
    pub enum SurveyLevel {
        Relationship = "relationship",
        Workflow = "workflow",
        Job = "job",
    }
}

/// A client's NPS answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct SurveyFact {
    pub id: SurveyId,
    pub key: String,
    pub client: ClientId,
    pub engagement: Option<EngagementId>,
    pub level: SurveyLevel,
    pub at: Instant,
    /// 0 to 10.
    pub score: u8,
    pub comment: String,
}

/// A milestone of the plan that somebody declared done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct MilestoneFact {
    /// The key of its outcome in the plan.
    pub outcome: String,
    pub done_on: Day,
}
