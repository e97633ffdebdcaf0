//! A request as its client sees it: nothing of how the agency works inside.
//!
//! Who holds it, its handoffs, QC and its retakes are the agency's own. These types have no place for
//! them, so that no page of the portal can show them.

mod seen;

use super::{JobAnswer, JobEventKind, JobState};
use crate::{
    board::AttachedFile,
    calendar::{Sla, Step},
    clock::Clock,
    ids::*,
    named,
    quality::Delivered,
    time::Instant,
};
use serde::{Deserialize, Serialize};

named! {
    /// Where a request stands, in its client's eyes.
    pub enum PortalState {
        Sent = "sent",
        Accepted = "accepted",
        /// In production, in QC or being changed: how often it goes back and forth is the agency's own.
        InTheMaking = "in_the_making",
        /// Waits for the client's answer.
        OnHold = "on_hold",
        /// Delivered: the client looks at it.
        ToReview = "to_review",
        Done = "done",
        Declined = "declined",
        Cancelled = "cancelled",
    }
}

named! {
    /// What happened to a request, in its client's eyes.
    pub enum PortalEvent {
        Sent = "sent",
        Accepted = "accepted",
        Started = "started",
        Asked = "asked",
        /// The agency goes on with what waited.
        Resumed = "resumed",
        /// Somebody wrote, and asked nothing.
        Said = "said",
        Delivered = "delivered",
        ChangesRequested = "changes_requested",
        Approved = "approved",
        Declined = "declined",
        Cancelled = "cancelled",
    }
}

named! {
    /// What the agency needs of the client.
    pub enum Need {
        Answer = "answer",
        Review = "review",
    }
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PortalCard {
    /// Its identity.
    pub id: JobId,
    /// Counts its changes; a command names the version it saw.
    pub version: i64,
    /// What it is called.
    pub title: String,
    /// The kind of work.
    pub workflow: String,
    /// Where it stands.
    pub state: PortalState,
    /// How far it has come: a hold takes it neither on nor back.
    pub reached: PortalState,
    /// What the agency needs of the client; unset where it is the agency's turn, or nobody's.
    pub need: Option<Need>,
    /// When it was sent.
    pub submitted_at: Instant,
    /// Its SLA clock.
    pub clock: Clock,
}

/// What a client's first page shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PortalHome {
    /// The number of the last change that this page knows.
    pub seq: i64,
    /// Requests that wait for the client, with what is asked (empty where nothing was written).
    pub needs_you: Vec<(PortalCard, String)>,
    /// Requests that wait for the agency, the next due first.
    pub in_progress: Vec<PortalCard>,
    /// Requests that are over, with their files, the latest first; a page of them.
    pub past: Vec<(PortalCard, Vec<AttachedFile>)>,
    /// All requests that are over.
    pub past_total: i64,
}

/// Everything about one request that its client may see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PortalJob {
    /// As the list shows it.
    pub card: PortalCard,
    /// The number of the last change that this page knows.
    pub seq: i64,
    /// What was asked for.
    pub brief: String,
    /// What was answered to the request form, in its order.
    pub answers: Vec<JobAnswer>,
    /// What was promised when it was sent.
    pub sla: Sla,
    /// From its submission to its due time, step by step.
    pub why: Vec<Step>,
    /// What happened, the latest first.
    pub timeline: Vec<PortalEntry>,
    /// Its files, the latest last.
    pub files: Vec<AttachedFile>,
    /// What was delivered.
    pub delivered: Delivered,
    /// What the viewer may do with it next.
    pub moves: Vec<JobEventKind>,
    /// What the client decided last and can still take back.
    pub undo: Option<JobEventKind>,
}

/// One line of a request's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortalEntry {
    /// When it happened.
    pub at: Instant,
    /// What happened.
    pub what: PortalEvent,
    /// Who wrote or decided it; unset for the agency's own steps.
    pub by: Option<String>,
    /// What was written with it; may be empty.
    pub text: String,
}

impl From<JobState> for PortalState {
    fn from(state: JobState) -> Self {
        match state {
            JobState::Submitted => Self::Sent,
            JobState::Accepted => Self::Accepted,
            JobState::InProduction | JobState::InQc | JobState::ChangesRequested => {
                Self::InTheMaking
            }
            JobState::OnHold => Self::OnHold,
            JobState::Delivered => Self::ToReview,
            JobState::Approved => Self::Done,
            JobState::Declined => Self::Declined,
            JobState::Cancelled => Self::Cancelled,
        }
    }
}

impl PortalState {
    /// In two or three words, sentence case.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Sent => "Sent",
            Self::Accepted => "Accepted",
            Self::InTheMaking => "In the making",
            Self::OnHold => "Waiting for your answer",
            Self::ToReview => "Ready for your review",
            Self::Done => "Approved",
            Self::Declined => "Declined",
            Self::Cancelled => "Cancelled",
        }
    }

    /// Whether there is something left to do.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Declined | Self::Cancelled)
    }
}

impl PortalJob {
    /// What the client is asked at present; empty where nothing was written.
    pub fn question(&self) -> &str {
        let asked = |entry: &&PortalEntry| entry.what == PortalEvent::Asked;
        self.timeline
            .iter()
            .find(asked)
            .map_or("", |entry| entry.text.as_str())
    }
}
