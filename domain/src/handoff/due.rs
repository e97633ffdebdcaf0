//! When a handoff is due, and its clock (DOMAIN section 3).

use super::{HandoffEvent, HandoffKind, first_submission, opened_at};
use crate::{
    clock::Clock,
    facts::{EngagementFact, HandoffFact},
    time::{Day, Instant, Zone},
};
use chrono::{Days, TimeDelta};

/// How long Sales has for the SOW package: 48 hours, day and night.
pub const SOW_PACKAGE_HOURS: i64 = 48;
/// How many days before it is needed a pod must be requested.
pub const POD_REQUEST_LEAD_DAYS: u64 = 7;
/// How many days after an engagement's end its closing report is due.
pub const CLOSING_DAYS: u64 = 7;
/// How long Generative has to answer a pod request: 24 hours, day and night.
pub const AVAILABILITY_HOURS: i64 = 24;

/// The clock of the answer to a pod request, from its first submission on.
pub fn answer_clock(submitted_at: Instant, answered_at: Option<Instant>) -> Clock {
    let due_at = submitted_at + TimeDelta::hours(AVAILABILITY_HOURS);
    Clock {
        met_at: answered_at,
        ..Clock::until(submitted_at, due_at)
    }
}

/// What the due time of a handoff depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueInputs {
    /// When the SOW was signed.
    pub sow_signed_at: Instant,
    /// When the handoff was opened, where that was recorded.
    pub opened_at: Option<Instant>,
    /// When it was first submitted: that stops the clock.
    pub first_submitted_at: Option<Instant>,
    /// The day on which the pod is needed; H2 only.
    pub needed_on: Option<Day>,
    /// The engagement's last day; H4 only.
    pub ends_on: Option<Day>,
    /// The SLA clock of the job whose deliverable is handed over; H3 only.
    pub job: Option<Clock>,
}

impl DueInputs {
    /// Those of a handoff of `engagement`; `job` is the clock of its job, for an H3.
    pub fn of(handoff: &HandoffFact, engagement: &EngagementFact, job: Option<Clock>) -> Self {
        let submission: Option<&HandoffEvent> = first_submission(&handoff.events);
        Self {
            sow_signed_at: engagement.sow_signed_at,
            opened_at: opened_at(&handoff.events),
            first_submitted_at: submission.map(|event| event.at),
            needed_on: handoff.needed_on,
            ends_on: engagement.ends_on,
            job,
        }
    }
}

/// When a handoff of `kind` is due; none where it is never late, or where its job is on hold.
pub fn due_at(kind: HandoffKind, zone: &Zone, inputs: &DueInputs) -> Option<Instant> {
    match kind {
        HandoffKind::SalesToProduction => {
            Some(inputs.sow_signed_at + TimeDelta::hours(SOW_PACKAGE_HOURS))
        }
        HandoffKind::ProductionToGenerative => {
            let day = inputs
                .needed_on?
                .checked_sub_days(Days::new(POD_REQUEST_LEAD_DAYS))?;
            Some(zone.end_of(day))
        }
        HandoffKind::GenerativeToProduction => inputs.job?.due_at,
        HandoffKind::ProductionToSales => {
            let day = inputs.ends_on?.checked_add_days(Days::new(CLOSING_DAYS))?;
            Some(zone.end_of(day))
        }
    }
}

/// The clock of a handoff of `kind`; its first submission stops it.
pub fn clock(kind: HandoffKind, zone: &Zone, inputs: &DueInputs) -> Clock {
    let clock = match inputs.job {
        Some(job) if kind == HandoffKind::GenerativeToProduction => job,
        _ => running(kind, zone, inputs),
    };
    Clock {
        met_at: inputs.first_submitted_at,
        ..clock
    }
}

fn running(kind: HandoffKind, zone: &Zone, inputs: &DueInputs) -> Clock {
    let started_at = match kind {
        HandoffKind::SalesToProduction => inputs.sow_signed_at,
        HandoffKind::ProductionToSales => inputs
            .opened_at
            .or_else(|| inputs.ends_on.map(|day| zone.start_of(day)))
            .unwrap_or(inputs.sow_signed_at),
        _ => inputs.opened_at.unwrap_or(inputs.sow_signed_at),
    };
    match due_at(kind, zone, inputs) {
        Some(due) => Clock::until(started_at, due),
        None => Clock::unpromised(started_at),
    }
}
