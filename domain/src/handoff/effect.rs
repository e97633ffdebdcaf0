//! What a move of a handoff or a job sets in motion elsewhere, in the same transaction (DOMAIN section 3).
//!
//! An import sets nothing in motion: its events are facts.

use super::{HandoffEventKind, HandoffKind};
use crate::job::JobEventKind;
use serde::{Deserialize, Serialize};

/// Something that follows from a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Effect {
    /// Its job makes this move.
    Job(JobEventKind),
    /// The next handoff of the engagement (or of the job) is opened, unless one of that kind is open.
    Open(HandoffKind),
    /// The pod is assigned to the engagement.
    AssignPod,
    /// Sales is to ask the client for its NPS.
    AskNps,
    /// Sales is to plan the client's next engagement: expansion, renewal or none.
    Reengage,
}

/// What follows from an event of a handoff.
pub const fn effects(kind: HandoffKind, event: HandoffEventKind) -> &'static [Effect] {
    use HandoffEventKind::{Accepted, Returned, Submitted};
    use HandoffKind::*;
    match (kind, event) {
        (SalesToProduction, Accepted) => &[Effect::Open(ProductionToGenerative)],
        (ProductionToGenerative, Accepted) => &[Effect::AssignPod],
        (GenerativeToProduction, Submitted) => &[Effect::Job(JobEventKind::Qc)],
        (GenerativeToProduction, Returned) => &[Effect::Job(JobEventKind::Production)],
        (GenerativeToProduction, Accepted) => &[Effect::Job(JobEventKind::Delivered)],
        (ProductionToSales, Accepted) => &[Effect::AskNps, Effect::Reengage],
        _ => &[],
    }
}

/// What follows from an event of a job.
pub const fn job_effects(event: JobEventKind) -> &'static [Effect] {
    match event {
        JobEventKind::Production => &[Effect::Open(HandoffKind::GenerativeToProduction)],
        _ => &[],
    }
}
