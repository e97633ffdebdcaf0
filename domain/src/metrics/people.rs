//! The numbers about the team and its load.

use super::{Known, Ledger, Part, Record, RecordKind, Scope, Tally, Why, engagements};
use crate::{people::Person, time::Day};
use std::collections::HashSet;

fn record(person: &Person) -> Record<'_> {
    Record {
        kind: RecordKind::Person,
        id: person.id.0,
        key: &person.key,
    }
}

/// Why `person` is no producer of the team on `day`, if so: hired on or before that day, not left by then.
fn not_on_team(person: &Person, day: Day) -> Option<Why> {
    if person.hired_on.is_none_or(|hired| hired > day) {
        Some(Why::NotHired)
    } else if person.left_on.is_some_and(|left| left <= day) {
        Some(Why::Left)
    } else {
        None
    }
}

/// Each producer on the team at asof, with `part`.
fn count_producers(ledger: &Ledger, scope: &Scope, part: Part, tally: &mut dyn Tally) {
    let day = ledger.facts.calendar.zone.day(ledger.asof);
    for person in ledger
        .facts
        .people
        .iter()
        .filter(|person| person.is_producer())
    {
        match not_on_team(person, day) {
            _ if !scope.filter.producer(person.id) => {
                tally.leave_out(record(person), Why::Filtered)
            }
            Some(why) => tally.leave_out(record(person), why),
            None => tally.count(record(person), part, Why::Producer),
        }
    }
}

/// Producers on the team at asof.
pub(super) fn producers(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    count_producers(ledger, scope, Part::ONE, tally);
}

/// Clients with an active engagement ÷ producers, at asof.
pub(super) fn clients_per_producer(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let mut active = HashSet::new();
    for engagement in &ledger.facts.engagements {
        if engagements::active(ledger, engagement).is_ok() && scope.filter.engagement(engagement) {
            active.insert(engagement.client);
        }
    }
    for client in &ledger.facts.clients {
        let record = Record {
            kind: RecordKind::Client,
            id: client.id.0,
            key: &client.key,
        };
        if active.contains(&client.id) {
            tally.count(record, Part::ONE, Why::Active);
        } else {
            tally.leave_out(record, Why::NoActiveEngagement);
        }
    }
    count_producers(
        ledger,
        scope,
        Part {
            numerator: 0,
            denominator: 1,
        },
        tally,
    );
}

/// Days from hired to independent, over producers who became independent in the period, ÷ their count × 7.
pub(super) fn producer_ramp_weeks(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    for person in ledger
        .facts
        .people
        .iter()
        .filter(|person| person.is_producer())
    {
        let record = record(person);
        match (person.hired_on, person.independent_on) {
            _ if !scope.filter.producer(person.id) => tally.leave_out(record, Why::Filtered),
            (Some(hired), Some(independent)) if known.has_day(independent) => {
                let days = (independent - hired).num_days();
                tally.count(
                    record,
                    Part {
                        numerator: days,
                        denominator: 7,
                    },
                    Why::Independent { days },
                );
            }
            (Some(_), Some(_)) => tally.leave_out(record, Why::OutsidePeriod),
            (None, _) => tally.leave_out(record, Why::NotHired),
            (_, None) => tally.leave_out(record, Why::NotIndependent),
        }
    }
}
