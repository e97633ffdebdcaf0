//! The stages of a handoff and what can happen to it.

use super::Item;
use crate::{named, time::Instant};
use serde::{Deserialize, Serialize};

named! {
    /// Where a handoff stands; the same four for every kind.
    pub enum Stage {
        Preparing = "preparing",
        Submitted = "submitted",
        InReview = "in_review",
        Accepted = "accepted",
    }
}

named! {
    /// What happened to a handoff, by the names of the import format.
    pub enum HandoffEventKind {
        Opened = "opened",
        Submitted = "submitted",
        InReview = "in_review",
        Accepted = "accepted",
        Returned = "returned",
        /// H2 only: Generative said who is free and when.
        AvailabilityAnswered = "availability_answered",
    }
}

/// One entry of a handoff's history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandoffEvent {
    /// When it happened.
    pub at: Instant,
    /// What happened.
    pub kind: HandoffEventKind,
    /// The required items that the sender waived; on `Submitted` only.
    pub waived: Vec<Item>,
    /// Whether a case-study package was delivered; on an `Accepted` of H4 only.
    pub case_study: bool,
    /// Why, in words; empty where none was asked.
    pub reason: String,
    /// When it was entered.
    pub recorded_at: Instant,
}
