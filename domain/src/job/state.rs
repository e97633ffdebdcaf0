//! The states of a job and what can happen to it.

use crate::{named, time::Instant};
use serde::{Deserialize, Serialize};

named! {
    /// Where a job stands.
    pub enum JobState {
        Submitted = "submitted",
        Accepted = "accepted",
        InProduction = "in_production",
        InQc = "in_qc",
        Delivered = "delivered",
        ChangesRequested = "changes_requested",
        Approved = "approved",
        Declined = "declined",
        Cancelled = "cancelled",
        /// Waiting for the client: the SLA clock stops.
        OnHold = "on_hold",
    }
}

named! {
    /// What happened to a job, by the names of the import format.
    pub enum JobEventKind {
        Accepted = "accepted",
        Declined = "declined",
        Production = "production",
        Qc = "qc",
        Delivered = "delivered",
        ChangesRequested = "changes_requested",
        Approved = "approved",
        Held = "held",
        Resumed = "resumed",
        Cancelled = "cancelled",
    }
}

/// One entry of a job's history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobEvent {
    /// When it happened.
    pub at: Instant,
    /// What happened.
    pub kind: JobEventKind,
    /// Why, in words; empty where none was asked.
    pub reason: String,
    /// When it was entered.
    pub recorded_at: Instant,
}

impl JobState {
    /// Whether there is something left to do.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Approved | Self::Declined | Self::Cancelled)
    }

    /// As words of a sentence: "a job that is …".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Accepted => "accepted",
            Self::InProduction => "in production",
            Self::InQc => "in QC",
            Self::Delivered => "delivered",
            Self::ChangesRequested => "waiting for changes",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::OnHold => "on hold",
        }
    }
}

impl JobEventKind {
    /// The state that the event leads to; unset for resuming, which leads back to where the job was.
    pub const fn target(self) -> Option<JobState> {
        Some(match self {
            Self::Accepted => JobState::Accepted,
            Self::Declined => JobState::Declined,
            Self::Production => JobState::InProduction,
            Self::Qc => JobState::InQc,
            Self::Delivered => JobState::Delivered,
            Self::ChangesRequested => JobState::ChangesRequested,
            Self::Approved => JobState::Approved,
            Self::Held => JobState::OnHold,
            Self::Cancelled => JobState::Cancelled,
            Self::Resumed => return None,
        })
    }

    /// Whether whoever does it must say why.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Declined | Self::Held | Self::ChangesRequested)
    }
}
