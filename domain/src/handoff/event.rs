//! The stages of a handoff and what can happen to it.

use super::{HandoffKind, Item};
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

impl Stage {
    /// As words of a sentence: "a handoff that is …".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Preparing => "in preparation",
            Self::Submitted => "submitted",
            Self::InReview => "in review",
            Self::Accepted => "accepted",
        }
    }
}

impl HandoffEventKind {
    /// The stage that the event leads to; unset for those that leave it where it is.
    pub const fn target(self) -> Option<Stage> {
        match self {
            Self::Submitted => Some(Stage::Submitted),
            Self::InReview => Some(Stage::InReview),
            Self::Accepted => Some(Stage::Accepted),
            Self::Returned => Some(Stage::Preparing),
            Self::Opened | Self::AvailabilityAnswered => None,
        }
    }

    /// As words of a sentence: "when it is …".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Submitted => "submitted",
            Self::InReview => "taken into review",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::AvailabilityAnswered => "answered with availability",
        }
    }

    /// Whether a handoff of `kind` must have been answered with availability before: a pod is assigned by an acceptance.
    pub const fn needs_answer(self, kind: HandoffKind) -> bool {
        matches!(
            (self, kind),
            (Self::Accepted, HandoffKind::ProductionToGenerative)
        )
    }

    /// Whether whoever does it must say why.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Returned)
    }
}
