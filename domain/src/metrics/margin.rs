//! Production margin: (revenue − cost) ÷ revenue, in cents.

use super::{CostEntry, Known, Ledger, Look, Part, Record, RecordKind, Scope, Tally, Why};
use crate::{
    facts::{CostFact, EngagementFact, Facts, Spent},
    money::{Cents, div_half_up},
    people::Person,
    time::{Day, Period},
};
use chrono::{Datelike, Months};
use std::collections::HashMap;

/// Adds the revenue of every engagement and takes off every cost.
pub(super) fn production_margin(ledger: &Ledger, scope: &Scope, tally: &mut dyn Tally) {
    let known = Known::new(scope.period, ledger.asof, &ledger.facts.calendar.zone);
    for engagement in &ledger.facts.engagements {
        revenue(ledger, engagement, scope, known, tally);
    }
    for cost in ledger.costs(Look::new(scope, known, tally)) {
        count_cost(&cost, scope, known, tally);
    }
}

fn revenue(
    ledger: &Ledger,
    engagement: &EngagementFact,
    scope: &Scope,
    known: Known,
    tally: &mut dyn Tally,
) {
    let record = Record {
        kind: RecordKind::Engagement,
        id: engagement.id.0,
        key: &engagement.key,
    };
    if !scope.filter.engagement(engagement) {
        return tally.leave_out(record, Why::Filtered);
    }
    if engagement.sow_signed_at > ledger.asof {
        return tally.leave_out(record, Why::NotSigned);
    }
    let mut months = months(active_days(engagement, known)).peekable();
    if months.peek().is_none() {
        return tally.leave_out(record, Why::NoActiveDay);
    }
    for (month, days, of) in months {
        let fee = engagement.monthly_fee.share(days, of).0;
        tally.count(
            record,
            Part {
                numerator: fee,
                denominator: fee,
            },
            Why::Revenue { month, days, of },
        );
    }
}

/// The days that are paid for: from `starts_on` to `ends_on`, both included, inside what is known of the period.
fn active_days(engagement: &EngagementFact, known: Known) -> Period {
    let after_last = engagement
        .ends_on
        .and_then(|day| day.succ_opt())
        .unwrap_or(Day::MAX);
    Period {
        from: engagement.starts_on.max(known.from),
        to: after_last.min(known.to),
    }
}

/// What a monthly fee brings in a period, month by month.
pub fn fees(monthly_fee: Cents, period: Period) -> Cents {
    months(period)
        .map(|(_, days, of)| monthly_fee.share(days, of))
        .sum()
}

/// Each calendar month of `period`: its first day, how many of its days are in the period, and of how many.
fn months(period: Period) -> impl Iterator<Item = (Day, i64, i64)> {
    let first = period.from.with_day(1).unwrap_or(period.from);
    let starts = std::iter::successors(Some(first), |month| {
        month.checked_add_months(Months::new(1))
    });
    starts
        .take_while(move |month| *month < period.to && period.from < period.to)
        .filter_map(move |month| {
            let next = month.checked_add_months(Months::new(1))?;
            let inside = Period {
                from: period.from.max(month),
                to: period.to.min(next),
            };
            Some((month, inside.days(), (next - month).num_days()))
        })
}

fn count_cost(cost: &CostEntry, scope: &Scope, known: Known, tally: &mut dyn Tally) {
    let record = Record {
        kind: RecordKind::Cost,
        id: cost.fact.id.0,
        key: &cost.fact.key,
    };
    let passes = cost
        .engagement
        .is_some_and(|engagement| scope.filter.engagement(engagement));
    if !passes {
        return tally.leave_out(record, Why::Filtered);
    }
    if !known.has_day(cost.fact.date) {
        return tally.leave_out(record, Why::OutsidePeriod);
    }
    let Some(amount) = cost.amount else {
        return tally.leave_out(record, Why::NoCostRate);
    };
    let part = Part {
        numerator: -amount.0,
        denominator: 0,
    };
    tally.count(record, part, Why::Spent(amount));
}

/// What a cost comes to; `None` for hours of somebody whose rate is not known.
pub(super) fn amount(ledger: &Ledger, cost: &CostFact) -> Option<Cents> {
    match cost.spent {
        Spent::Amount(amount) => Some(amount),
        Spent::Hours { person, hundredths } => price(ledger.person(person)?, hundredths),
    }
}

/// The facts with hours turned into what they cost, and without what people earn: margin comes out the same, and no
/// rate need leave the server. Hours without a known rate stay as they are, to be named as left out.
pub fn priced(mut facts: Facts) -> Facts {
    let people: HashMap<_, _> = facts.people.iter().map(|one| (one.id, one)).collect();
    for cost in &mut facts.costs {
        if let Spent::Hours { person, hundredths } = cost.spent
            && let Some(amount) = people
                .get(&person)
                .and_then(|person| price(person, hundredths))
        {
            cost.spent = Spent::Amount(amount);
        }
    }
    for person in &mut facts.people {
        person.monthly_cost = None;
        person.weekly_hours = None;
    }
    facts
}

/// What `hundredths` of an hour of `person` cost: monthly cost × 12 ÷ (52 × weekly hours) an hour, half up to the cent.
/// `None` where the person's cost or hours are not known.
pub fn price(person: &Person, hundredths: i64) -> Option<Cents> {
    let (monthly, weekly) = (
        person.monthly_cost?,
        person.weekly_hours.filter(|hours| *hours > 0)?,
    );
    let numerator = i128::from(monthly.0) * 12 * i128::from(hundredths);
    Some(Cents(div_half_up(numerator, 52 * i128::from(weekly))))
}
