//! How a job or handoff stands at an instant: settled, for good, or not yet and why.

use super::Why;
use crate::{
    calendar::Calendar,
    facts::{EngagementFact, HandoffFact, JobFact},
    handoff::{self, DueInputs, HandoffKind, settlement},
    job::{self, JobEvent, JobEventKind},
    time::Instant,
};

/// Whether a job or handoff counts, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// It counts from `at` on, for good.
    Settled {
        /// The earlier of the first submission (delivery) and the due time.
        at: Instant,
        /// Whether it is compliant (on time).
        met: bool,
        /// Why.
        why: Why,
    },
    /// It does not count, or not yet.
    Unsettled(Why),
}

impl Standing {
    /// From when on it counts.
    pub(super) fn settled_at(self) -> Option<Instant> {
        match self {
            Self::Settled { at, .. } => Some(at),
            Self::Unsettled(_) => None,
        }
    }
}

/// A job's due time, holds known at `asof` taken into account, and its standing: settled at the
/// earlier of its first delivery and its due time.
pub(super) fn job(
    fact: &JobFact,
    calendar: &Calendar,
    asof: Instant,
) -> (Option<Instant>, Standing) {
    let known = known(&fact.events, asof, |event| event.at);
    let due = calendar
        .due(
            fact.sla,
            fact.submitted_at,
            &job::holds_before_delivery(known),
        )
        .at();
    let delivered = job::first_delivery(known);
    let settled = settlement(delivered, false, due, asof);
    let dropped =
        job::dropped_at(known).filter(|at| settled.is_none_or(|settled| *at < settled.at));
    let standing = match settled {
        _ if dropped.is_some() => Standing::Unsettled(why_dropped(known)),
        None if due.is_none() => Standing::Unsettled(Why::OnHold),
        None => Standing::Unsettled(Why::NotSettled),
        Some(settled) => {
            let why = match delivered {
                _ if settled.compliant => Why::OnTime,
                Some(_) => Why::DeliveredLate,
                None => Why::NotDelivered,
            };
            Standing::Settled {
                at: settled.at,
                met: settled.compliant,
                why,
            }
        }
    };
    (due, standing)
}

fn why_dropped(events: &[JobEvent]) -> Why {
    let declined = events
        .iter()
        .any(|event| event.kind == JobEventKind::Declined);
    if declined {
        Why::JobDeclined
    } else {
        Why::JobCancelled
    }
}

/// A handoff's standing. An H3 goes with its job: it is due when the job is, and does not count where
/// the job was declined or cancelled before it settled. `job` is what [`job`] said of it.
pub(super) fn handoff(
    fact: &HandoffFact,
    engagement: &EngagementFact,
    job: Option<(Option<Instant>, Standing)>,
    calendar: &Calendar,
    asof: Instant,
) -> Standing {
    if let Some((_, Standing::Unsettled(why @ (Why::JobDeclined | Why::JobCancelled)))) = job {
        return Standing::Unsettled(why);
    }
    let due = match fact.kind {
        HandoffKind::GenerativeToProduction => job.and_then(|(due, _)| due),
        kind => handoff::due_at(kind, &calendar.zone, &DueInputs::of(fact, engagement, None)),
    };
    let submission = handoff::first_submission(known(&fact.events, asof, |event| event.at));
    let waived = submission.is_some_and(|event| !event.waived.is_empty());
    match settlement(submission.map(|event| event.at), waived, due, asof) {
        None if job.is_some() && due.is_none() => Standing::Unsettled(Why::OnHold),
        None => Standing::Unsettled(Why::NotSettled),
        Some(settled) => {
            let why = match submission {
                None => Why::NeverSubmitted,
                Some(event) if event.at > settled.at => Why::SubmittedLate,
                Some(_) if waived => Why::ItemsWaived,
                Some(_) => Why::Compliant,
            };
            Standing::Settled {
                at: settled.at,
                met: settled.compliant,
                why,
            }
        }
    }
}

/// The events that are known at `asof`; they are in order of time.
fn known<T>(events: &[T], asof: Instant, at: impl Fn(&T) -> Instant) -> &[T] {
    &events[..events.partition_point(|event| at(event) <= asof)]
}
