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
