//! The plan's outcomes, one tile each.

use super::{Bullet, Figure, Point, Question, Sight, trend};
use crate::{
    metrics::{Ledger, Metric, Number, Unit},
    plan::{Goal, Mark, Outcome, Pace, Plan, pace},
    time::Quarter,
};
use serde::{Deserialize, Serialize};

/// One outcome of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tile {
    /// Its key in the plan.
    pub outcome: String,
    /// Its name.
    pub name: String,
    /// Its number.
    pub metric: Metric,
    /// Its figure in the period.
    pub figure: Figure,
    /// The figure as people read it.
    pub text: String,
    /// The target of the quarter as the plan prints it.
    pub target: Option<String>,
    /// How it keeps pace, where it is judged.
    pub mark: Option<Mark>,
    /// Its bullet graph, where there is a number to reach.
    pub bullet: Option<Bullet>,
    /// Its last 13 weeks.
    pub points: Vec<Point>,
    /// All of it in a sentence or two.
    pub takeaway: String,
}

/// The plan's outcomes, in its order; those that the viewer may not see are left out.
pub(super) fn tiles(ledger: &Ledger, plan: &Plan, question: &Question, sight: Sight) -> Vec<Tile> {
    let weeks = trend::weeks(ledger, question);
    let quarter = question
        .span
        .quarter(ledger.today())
        .filter(|quarter| quarter.year == plan.year);
    let seen = plan.outcomes().filter(|outcome| sight.has(outcome.metric));
    seen.map(|outcome| {
        let figure = Figure::of(ledger, outcome.metric, question, sight);
        let points = trend::points(ledger, outcome.metric, &question.filter, &weeks);
        let judged = quarter.filter(|quarter| is_judged(outcome, *quarter, question));
        tile(ledger, outcome, question, judged, figure, points)
    })
    .collect()
}

/// Whether the department's target says anything about what is asked for: a filtered part of a count falls short
/// of a target for the whole, whatever it does. A growth compares the part with itself.
fn is_judged(outcome: &Outcome, quarter: Quarter, question: &Question) -> bool {
    let growth = outcome
        .target(quarter)
        .is_some_and(|target| matches!(target.goal, Goal::Growth(_)));
    let filtered = question.filter != Default::default();
    !filtered || growth || !outcome.metric.is_count()
}

fn tile(
    ledger: &Ledger,
    outcome: &Outcome,
    question: &Question,
    quarter: Option<Quarter>,
    figure: Figure,
    points: Vec<Point>,
) -> Tile {
    let metric = outcome.metric;
    let paced = quarter.map(|quarter| pace(ledger, outcome, quarter, &question.filter));
    // A milestone is its own outcome's, not all that were declared done.
    let figure = match (metric, paced.and_then(|pace| pace.actual)) {
        (Metric::Milestone, Some(done)) => Figure::Measured(done),
        _ => figure,
    };
    let target = quarter.and_then(|quarter| outcome.target(quarter));
    let bullet = target.filter(|_| metric != Metric::Milestone);
    let bullet = bullet.and_then(|target| {
        let expected = paced.and_then(|pace| pace.expected);
        Bullet::new(
            figure.value(),
            target,
            expected,
            paced.and_then(|pace| pace.baseline).and_then(Number::value),
            metric.unit() == Unit::Percent,
        )
    });
    let printed = target.map(|target| target.to_string());
    Tile {
        outcome: outcome.key.clone(),
        name: outcome.name.clone(),
        metric,
        figure,
        text: figure.shown(metric),
        takeaway: takeaway(metric, figure, printed.as_deref(), paced),
        target: printed,
        mark: paced.map(|pace| pace.mark),
        bullet,
        points,
    }
}

fn takeaway(metric: Metric, figure: Figure, target: Option<&str>, pace: Option<Pace>) -> String {
    let mut said = match figure.parts(metric) {
        Some(parts) => format!("{}: {parts}.", figure.shown(metric)),
        None => format!("{}.", figure.shown(metric)),
    };
    if let Some(target) = target {
        said += &format!(
            " Target: {}.",
            target.strip_prefix("Target ").unwrap_or(target)
        );
    }
    if let Some(baseline) = pace.and_then(|pace| pace.baseline) {
        said += &format!(" Baseline: {}.", baseline.shown(metric));
    }
    if let Some(by_now) = pace
        .and_then(|pace| pace.expected)
        .and_then(|e| e.low.or(e.high))
    {
        said += &format!(" Expected by now: {}.", metric.shown_value(by_now.to_f64()));
    }
    said
}
