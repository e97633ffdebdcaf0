//! The numbers about jobs.

use super::{JobEntry, Known, Ledger, Look, Part, Record, RecordKind, Scope, Standing, Tally, Why};

fn record<'a>(entry: &JobEntry<'a>) -> Record<'a> {
    Record {
        kind: RecordKind::Job,
        id: entry.fact.id.0,
        key: &entry.fact.key,
    }
}

fn passes(entry: &JobEntry, scope: &Scope) -> bool {
    scope.filter.engagement(entry.engagement) && scope.filter.workflow(Some(entry.fact.workflow))
}

/// Jobs settled on time ÷ jobs settled.
pub(super) fn on_time_delivery(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    for entry in &ledger.jobs_settled(Look::new(scope, known, tally)) {
        match entry.standing {
            _ if !passes(entry, scope) => tally.leave_out(record(entry), Why::Filtered),
            Standing::Settled { at, met, why } if known.has(at) => {
                tally.count(record(entry), Part::met(met), why)
            }
            Standing::Settled { .. } => tally.leave_out(record(entry), Why::OutsidePeriod),
            Standing::Unsettled(why) => tally.leave_out(record(entry), why),
        }
    }
}

/// Jobs submitted in the period.
pub(super) fn job_requests(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    for entry in &ledger.jobs_submitted(Look::new(scope, known, tally)) {
        if !passes(entry, scope) {
            tally.leave_out(record(entry), Why::Filtered);
        } else if known.has(entry.fact.submitted_at) {
            tally.count(record(entry), Part::ONE, Why::Requested);
        } else {
            tally.leave_out(record(entry), Why::OutsidePeriod);
        }
    }
}
