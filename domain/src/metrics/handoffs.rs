//! The numbers about handoffs.

use super::{
    HandoffEntry, Known, Ledger, Look, Part, Record, RecordKind, Scope, Standing, Tally, Why,
};
use crate::{
    facts::HandoffFact,
    handoff::{AT_ONCE, HandoffEvent, HandoffEventKind, HandoffKind},
    time::Instant,
};
use chrono::TimeDelta;

pub(super) fn record(fact: &HandoffFact) -> Record<'_> {
    Record {
        kind: RecordKind::Handoff,
        id: fact.id.0,
        key: &fact.key,
    }
}

/// Those of `entries` that pass the filter; the others are left out.
fn passing<'a>(
    entries: Vec<HandoffEntry<'a>>,
    scope: &Scope,
    tally: &mut dyn Tally,
) -> Vec<HandoffEntry<'a>> {
    let mut kept = entries;
    kept.retain(|entry| {
        let filter = &scope.filter;
        let passes = filter.engagement(entry.engagement) && filter.workflow(entry.workflow);
        if !passes {
            tally.leave_out(record(entry.fact), Why::Filtered);
        }
        passes
    });
    kept
}

/// The handoffs of `kind` that pass the filter; the others are left out.
fn of_kind<'a>(
    ledger: &Ledger<'a>,
    kind: HandoffKind,
    scope: &Scope,
    tally: &mut dyn Tally,
) -> Vec<HandoffEntry<'a>> {
    passing(ledger.handoffs(kind), scope, tally)
}

/// Over the handoffs of `kind` that settled in the period: `part` says what each adds.
fn over_settled(
    ledger: &Ledger,
    kind: HandoffKind,
    scope: &Scope,
    tally: &mut dyn Tally,
    part: impl Fn(bool, Why) -> (bool, Why),
) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    let entries = ledger.handoffs_settled(kind, Look::new(scope, known, tally));
    for entry in passing(entries, scope, tally) {
        match entry.standing {
            Standing::Settled { at, met, why } if known.has(at) => {
                let (met, why) = part(met, why);
                tally.count(record(entry.fact), Part::met(met), why);
            }
            Standing::Settled { .. } => tally.leave_out(record(entry.fact), Why::OutsidePeriod),
            Standing::Unsettled(why) => tally.leave_out(record(entry.fact), why),
        }
    }
}

/// Compliant ÷ settled.
pub(super) fn compliance(ledger: &Ledger, kind: HandoffKind, scope: &Scope, tally: &mut dyn Tally) {
    over_settled(ledger, kind, scope, tally, |compliant, why| {
        (compliant, why)
    });
}

/// Submitted in time, waived or not, ÷ settled: `sow_package_48h` over H1, `pod_request_lead_time` over H2.
/// The due time of an H1 is 48 h after the signature, that of an H2 the end of the 7th day before it is needed.
pub(super) fn submitted_in_time(
    ledger: &Ledger,
    kind: HandoffKind,
    scope: &Scope,
    tally: &mut dyn Tally,
) {
    over_settled(ledger, kind, scope, tally, |_, why| match why {
        Why::ItemsWaived | Why::Compliant => (true, Why::InTime),
        late => (false, late),
    });
}

/// H4s accepted with a case-study package, from the start of the period's first year to its end.
pub(super) fn case_studies(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let mut period = scope.period;
    period.from = period.start_of_year();
    let known = Known::new(period, ledger.asof, &ledger.facts.calendar.zone);
    let look = Look::new(scope, known, tally);
    let entries = ledger.handoffs_accepted(HandoffKind::ProductionToSales, look);
    for entry in passing(entries, scope, tally) {
        let record = record(entry.fact);
        match first(&entry.fact.events, HandoffEventKind::Accepted, ledger.asof) {
            None => tally.leave_out(record, Why::NotAccepted),
            Some(accepted) if !known.has(accepted.at) => {
                tally.leave_out(record, Why::OutsidePeriod)
            }
            Some(accepted) if !accepted.case_study => tally.leave_out(record, Why::NoCaseStudy),
            Some(_) => tally.count(record, Part::ONE, Why::CaseStudy),
        }
    }
}

/// Seconds from the SOW's signature to the first accepted H2 of each engagement, ÷ their count × 86,400.
pub(super) fn onboarding_days(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    let look = Look::new(scope, known, tally);
    let entries = ledger.handoffs_accepted(HandoffKind::ProductionToGenerative, look);
    for entry in passing(entries, scope, tally) {
        let record = record(entry.fact);
        match entry.accepted {
            None => tally.leave_out(record, Why::NotAccepted),
            Some(_) if !ledger.is_first_pod(entry.fact.id) => {
                tally.leave_out(record, Why::NotFirst);
            }
            Some(at) if !known.has(at) => tally.leave_out(record, Why::OutsidePeriod),
            Some(at) => {
                let seconds = (at - entry.engagement.sow_signed_at).num_seconds();
                let part = Part {
                    numerator: seconds,
                    denominator: 86_400,
                };
                tally.count(
                    record,
                    part,
                    Why::Accepted {
                        tenths: (seconds * 10 + 43_200).div_euclid(86_400),
                    },
                );
            }
        }
    }
}

/// H3s whose first verdict, in the period, was to accept ÷ H3s with their first verdict in the period.
pub(super) fn qc_first_pass(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    for entry in of_kind(ledger, HandoffKind::GenerativeToProduction, scope, tally) {
        let record = record(entry.fact);
        if let Standing::Unsettled(why @ (Why::JobDeclined | Why::JobCancelled)) = entry.standing {
            tally.leave_out(record, why);
            continue;
        }
        let events = entry
            .fact
            .events
            .iter()
            .filter(|event| event.at <= ledger.asof);
        let mut verdicts = events.filter(|e| {
            matches!(
                e.kind,
                HandoffEventKind::Accepted | HandoffEventKind::Returned
            )
        });
        match verdicts.next() {
            None => tally.leave_out(record, Why::NoVerdict),
            Some(verdict) if !known.has(verdict.at) => tally.leave_out(record, Why::OutsidePeriod),
            Some(verdict) => {
                let passed = verdict.kind == HandoffEventKind::Accepted;
                tally.count(
                    record,
                    Part::met(passed),
                    if passed {
                        Why::FirstPass
                    } else {
                        Why::Returned
                    },
                );
            }
        }
    }
}

/// H2s answered within 24 h of their first submission ÷ H2s whose answer came, or whose 24 h ran out, in the period.
pub(super) fn availability_24h(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    for entry in of_kind(ledger, HandoffKind::ProductionToGenerative, scope, tally) {
        let record = record(entry.fact);
        let Some(submitted) = first(&entry.fact.events, HandoffEventKind::Submitted, ledger.asof)
        else {
            tally.leave_out(record, Why::NotSubmitted);
            continue;
        };
        let deadline = submitted.at + TimeDelta::hours(24);
        let answer = first(
            &entry.fact.events,
            HandoffEventKind::AvailabilityAnswered,
            ledger.asof,
        )
        .map(|e| e.at);
        let settled = answer.unwrap_or(deadline).min(deadline);
        if settled > ledger.asof {
            tally.leave_out(record, Why::AwaitingAnswer);
        } else if !known.has(settled) {
            tally.leave_out(record, Why::OutsidePeriod);
        } else {
            let (met, why) = match answer {
                Some(at) if at <= deadline => (true, Why::Answered),
                Some(_) => (false, Why::AnsweredLate),
                None => (false, Why::Unanswered),
            };
            tally.count(record, Part::met(met), why);
        }
    }
}

/// Stage changes recorded within 5 minutes of happening ÷ stage changes.
pub(super) fn platform_adoption(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    for kind in HandoffKind::ALL {
        for entry in of_kind(ledger, kind, scope, tally) {
            for event in entry
                .fact
                .events
                .iter()
                .filter(|event| event.kind.target().is_some())
            {
                if known.has(event.at) {
                    let late = event.recorded_at - event.at;
                    let at_once = late <= AT_ONCE;
                    let why = if at_once {
                        Why::RecordedAtOnce
                    } else {
                        Why::RecordedLate {
                            minutes: late.num_minutes(),
                        }
                    };
                    tally.count(record(entry.fact), Part::met(at_once), why);
                } else {
                    tally.leave_out(record(entry.fact), Why::OutsidePeriod);
                }
            }
        }
    }
}

/// The first event of `kind` that is known at `asof`.
pub(super) fn first(
    events: &[HandoffEvent],
    kind: HandoffEventKind,
    asof: Instant,
) -> Option<&HandoffEvent> {
    events
        .iter()
        .find(|event| event.kind == kind && event.at <= asof)
}
