//! When a handoff counts, and whether it counts as compliant (DOMAIN section 3).

use super::{HandoffEvent, HandoffEventKind};
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// That something promised counts from an instant on, for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// The earlier of its first submission and its due time.
    pub at: Instant,
    /// First submitted at or before its due time, with nothing waived in that submission.
    pub compliant: bool,
}

/// The settlement as known at `asof`; none where it is neither submitted nor due by then.
///
/// The same rule settles a job, by its first delivery and with nothing to waive.
pub fn settlement(
    first_submission: Option<Instant>,
    waived_in_it: bool,
    due: Option<Instant>,
    asof: Instant,
) -> Option<Settlement> {
    let known = |at: &Instant| *at <= asof;
    let submitted = first_submission.filter(known);
    let at = [submitted, due.filter(known)].into_iter().flatten().min()?;
    let in_time = submitted.is_some_and(|submitted| due.is_none_or(|due| submitted <= due));
    Some(Settlement {
        at,
        compliant: in_time && !waived_in_it,
    })
}

/// The first submission, whatever became of it.
pub fn first_submission(events: &[HandoffEvent]) -> Option<&HandoffEvent> {
    first(events, HandoffEventKind::Submitted)
}

/// The first time that the receiver accepted or returned it.
pub fn first_verdict(events: &[HandoffEvent]) -> Option<&HandoffEvent> {
    let verdicts = [HandoffEventKind::Accepted, HandoffEventKind::Returned];
    events.iter().find(|event| verdicts.contains(&event.kind))
}

/// Whether the first verdict was to accept; unset before there is one.
pub fn first_pass(events: &[HandoffEvent]) -> Option<bool> {
    first_verdict(events).map(|verdict| verdict.kind == HandoffEventKind::Accepted)
}

/// How many times the receiver returned it.
pub fn returns(events: &[HandoffEvent]) -> usize {
    let returned = events
        .iter()
        .filter(|event| event.kind == HandoffEventKind::Returned);
    returned.count()
}

/// The acceptance, which is the last thing that happens to a handoff.
pub fn acceptance(events: &[HandoffEvent]) -> Option<&HandoffEvent> {
    first(events, HandoffEventKind::Accepted)
}

/// When it was opened; unset where nobody recorded that.
pub fn opened_at(events: &[HandoffEvent]) -> Option<Instant> {
    first(events, HandoffEventKind::Opened).map(|event| event.at)
}

/// When the receiver of a pod request first answered who is available.
pub fn availability_answered_at(events: &[HandoffEvent]) -> Option<Instant> {
    first(events, HandoffEventKind::AvailabilityAnswered).map(|event| event.at)
}

fn first(events: &[HandoffEvent], kind: HandoffEventKind) -> Option<&HandoffEvent> {
    events.iter().find(|event| event.kind == kind)
}
