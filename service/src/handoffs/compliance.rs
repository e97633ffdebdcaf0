//! How each kind of handoff complies this quarter, for the left edge of the board's lanes.

use crate::{Result, Service, facts, plan};
use domain::{
    board::LaneCompliance,
    facts::Facts,
    handoff::HandoffKind,
    metrics::{Filter, Ledger, Metric, Number, Scope, measure},
    plan::{Mark, Outcome, Plan, pace},
    policy::{Action, Actor, may},
    time::{Instant, Quarter},
};

/// The compliance of the four kinds in the quarter that runs now, each against the plan's target.
///
/// # Errors
/// When the actor may not open the board, or a stored plan cannot be read.
pub async fn compliance(service: &Service, actor: &Actor) -> Result<Vec<LaneCompliance>> {
    may(actor, Action::SeeBoard)?;
    let now = service.now();
    let known = facts::current(service).await?;
    let quarter = Quarter::of(known.facts.calendar.zone.day(now));
    let mut tx = service.db().read().await?;
    let plan = plan::in_force(&mut tx, quarter.year).await?;
    Ok(lanes(&known.facts, plan.as_ref(), quarter, now))
}

fn lanes(
    facts: &Facts,
    plan: Option<&Plan>,
    quarter: Quarter,
    now: Instant,
) -> Vec<LaneCompliance> {
    let ledger = Ledger::new(facts, now);
    let lane = |kind| {
        let metric = Metric::compliance(kind);
        let mut outcomes = plan.into_iter().flat_map(Plan::outcomes);
        let outcome = outcomes.find(|outcome| outcome.metric == metric);
        lane(&ledger, kind, outcome, quarter)
    };
    HandoffKind::ALL.into_iter().map(lane).collect()
}

fn lane(
    ledger: &Ledger,
    kind: HandoffKind,
    outcome: Option<&Outcome>,
    quarter: Quarter,
) -> LaneCompliance {
    let scope = Scope {
        period: quarter.period(),
        filter: Filter::default(),
    };
    let nothing = Number {
        numerator: 0,
        denominator: 0,
    };
    let target = outcome.and_then(|outcome| outcome.target(quarter));
    let mark = outcome.map_or(Mark::Watched, |outcome| {
        pace(ledger, outcome, quarter, &scope.filter).mark
    });
    LaneCompliance {
        kind,
        quarter,
        number: measure(ledger, Metric::compliance(kind), &scope).unwrap_or(nothing),
        target: target.map(|target| target.to_string()),
        mark,
    }
}
