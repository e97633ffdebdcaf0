//! Jobs as a list shows them, and one on its own page: for the agency, and for the client whose job it is.

use super::{JobAnswer, JobEventKind, JobState, RequestForm};
use crate::{
    board::{AttachedFile, Undo},
    calendar::{Sla, Step},
    clock::Clock,
    engagement::Named,
    handoff::{HandoffKind, Stage},
    ids::*,
    named,
    quality::{Deliverable, Delivered},
    time::Instant,
};
use serde::{Deserialize, Serialize};

named! {
    /// Whose turn it is.
    pub enum WaitingFor {
        Agency = "agency",
        Client = "client",
        Nobody = "nobody",
    }
}

/// A job in a list. It says nothing that the client may not see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobCard {
    /// Its identity.
    pub id: JobId,
    /// Counts its changes; a command names the version it saw.
    pub version: i64,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: JobState,
    /// Where it stood when it was put on hold; set while it is.
    pub before_hold: Option<JobState>,
    /// Whose it is.
    pub client: Named<ClientId>,
    /// The engagement.
    pub engagement: Named<EngagementId>,
    /// The kind of work.
    pub workflow: Named<WorkflowId>,
    /// Who produces it.
    pub producer: Option<Named<PersonId>>,
    /// When it was sent.
    pub submitted_at: Instant,
    /// Its SLA clock.
    pub clock: Clock,
    /// A question of the agency's has no answer yet.
    pub asked: bool,
}

impl JobCard {
    /// Whose turn it is: the client's on hold, with an open question, and to look at what was delivered.
    pub fn waiting_for(&self) -> WaitingFor {
        match self.state {
            state if !state.is_open() => WaitingFor::Nobody,
            JobState::OnHold | JobState::Delivered => WaitingFor::Client,
            _ if self.asked => WaitingFor::Client,
            _ => WaitingFor::Agency,
        }
    }
}

/// Everything about one job that its viewer may see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobPage {
    /// As the list shows it.
    pub card: JobCard,
    /// The number of the last change that this page knows.
    pub seq: i64,
    /// What the client asks for.
    pub brief: String,
    /// What the client answered to the workflow's request form, in its order.
    pub answers: Vec<JobAnswer>,
    /// What was promised when it was sent.
    pub sla: Sla,
    /// Who sent it.
    pub submitted_by: Option<String>,
    /// From its submission to its due time, step by step.
    pub why: Vec<Step>,
    /// What happened, the latest last; its submission is not among it.
    pub timeline: Vec<TimelineEntry>,
    /// Questions and answers, the latest last.
    pub messages: Vec<Message>,
    /// Files that came with it, the latest last.
    pub files: Vec<AttachedFile>,
    /// What the viewer may do with it next.
    pub moves: Vec<JobEventKind>,
    /// Who stands in for the producer; unset for clients.
    pub backup: Option<String>,
    /// Its handoffs, the latest last; none for clients.
    pub handoffs: Vec<JobHandoff>,
    /// The versions of its deliverable; unset for clients, and where there is none.
    pub deliverable: Option<Box<Deliverable>>,
    /// What was delivered of it.
    pub delivered: Delivered,
}

/// One line of a job's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// When it happened.
    pub at: Instant,
    /// What happened.
    pub kind: JobEventKind,
    /// Who did it; unset where nobody is known.
    pub by: Option<String>,
    /// Why, in words; empty where none was asked, or it is not for the viewer.
    pub reason: String,
    /// When it was entered.
    pub recorded_at: Instant,
    /// Whether the line tells that `kind` was taken back, rather than that it happened.
    pub takes_back: bool,
    /// Whether it was taken back later.
    pub taken_back: bool,
    /// Whether the viewer can take it back now; unset for what is not offered.
    pub undo: Option<Undo>,
}

/// A question, an answer or a remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// When it was written.
    pub at: Instant,
    /// Who wrote it.
    pub by: String,
    /// What it says.
    pub body: String,
    /// A question of the agency to the client.
    pub is_question: bool,
}

/// A handoff of a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobHandoff {
    /// Which.
    pub id: HandoffId,
    /// Its kind.
    pub kind: HandoffKind,
    /// Where it stands.
    pub stage: Stage,
}

/// Which jobs are asked for; every part stands in the URL. Empty lets all pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobFilter {
    /// Only these states; with none named, those that are open.
    pub states: Vec<JobState>,
    /// Only these clients.
    pub clients: Vec<ClientId>,
    /// Only these workflows.
    pub workflows: Vec<WorkflowId>,
    /// Only engagements of these producers.
    pub producers: Vec<PersonId>,
    /// Only clocks at risk or breached.
    pub at_risk: bool,
    /// Only jobs whose title, client or engagement contains this, whatever its case.
    pub text: String,
}

impl JobFilter {
    /// Whether `card` passes at `now`.
    pub fn passes(&self, card: &JobCard, now: Instant) -> bool {
        use crate::clock::ClockState::{AtRisk, Breached};
        let producer = card.producer.as_ref().map(|producer| producer.id);
        self.passes_state(card.state)
            && (self.clients.is_empty() || self.clients.contains(&card.client.id))
            && (self.workflows.is_empty() || self.workflows.contains(&card.workflow.id))
            && (self.producers.is_empty()
                || producer.is_some_and(|id| self.producers.contains(&id)))
            && (!self.at_risk || matches!(card.clock.state(now), AtRisk | Breached))
            && self.matches_text(card)
    }

    fn passes_state(&self, state: JobState) -> bool {
        if self.states.is_empty() {
            state.is_open()
        } else {
            self.states.contains(&state)
        }
    }

    fn matches_text(&self, card: &JobCard) -> bool {
        let wanted = self.text.trim().to_lowercase();
        let texts = [&card.title, &card.client.name, &card.engagement.name];
        wanted.is_empty()
            || texts
                .iter()
                .any(|text| text.to_lowercase().contains(&wanted))
    }
}

/// A list of jobs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JobList {
    /// The number of the last change that the list knows.
    pub seq: i64,
    /// How many pass the filter.
    pub total: i64,
    /// Those that were asked for.
    pub cards: Vec<JobCard>,
}

/// Moving a job on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveJob {
    /// Which.
    pub id: JobId,
    /// The version that the mover saw.
    pub version: i64,
    /// What happens to it.
    pub event: JobEventKind,
    /// Why; needed where [`JobEventKind::needs_reason`] says so.
    pub reason: String,
}

/// Taking back the last step of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeBackJob {
    /// Of which job.
    pub id: JobId,
    /// The version that was seen.
    pub version: i64,
}

/// A workflow that a client can send requests against, with what it promises at this moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// The workflow.
    pub workflow: Named<WorkflowId>,
    /// The engagement.
    pub engagement: Named<EngagementId>,
    /// What its request form asks for.
    pub form: RequestForm,
    /// The turnaround.
    pub sla: Sla,
    /// When a request would be due that was sent now.
    pub due_at: Option<Instant>,
    /// Why then.
    pub why: Vec<Step>,
}
