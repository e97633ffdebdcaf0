//! Milestones of the plan, declared done by hand.

use super::{Ledger, Part, Record, RecordKind, Tally, Why};
use uuid::Uuid;

/// The milestones done at asof; a plan's outcome looks for its own by key.
pub(super) fn milestone(ledger: &Ledger, tally: &mut dyn Tally) {
    let today = ledger.facts.calendar.zone.day(ledger.asof);
    for fact in &ledger.facts.milestones {
        let record = Record {
            kind: RecordKind::Milestone,
            id: Uuid::nil(),
            key: &fact.outcome,
        };
        if fact.done_on <= today {
            tally.count(record, Part::ONE, Why::Done(fact.done_on));
        } else {
            tally.leave_out(record, Why::NotDone);
        }
    }
}
