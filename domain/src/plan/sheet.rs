//! The plan with its actuals: outcomes × quarters, and the dependencies with their live numbers.

use super::{Mark, Outcome, Plan, pace};
use crate::{
    dashboard::Sight,
    metrics::{Filter, Ledger, Metric, Scope, measure_period},
    time::{Day, Quarter},
};
use serde::{Deserialize, Serialize};

/// A plan, and how its year stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanSheet {
    /// As it was written.
    pub plan: Plan,
    /// The quarter of today.
    pub current: Quarter,
    /// Of each WhyGO its outcomes' rows, in the plan's order.
    pub rows: Vec<Vec<OutcomeRow>>,
    /// Of each dependency the number of this quarter, where one shows it.
    pub dependencies: Vec<Option<String>>,
}

/// An outcome, quarter by quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeRow {
    /// Q1 to Q4.
    pub cells: [OutcomeCell; 4],
    /// When it was declared done; for a milestone.
    pub done_on: Option<Day>,
}

/// An outcome in a quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeCell {
    /// The target as the plan prints it; none where it has none.
    pub target: Option<String>,
    /// What was reached, so far, as people read it; none before the quarter has begun, or where the viewer may not
    /// see it.
    pub actual: Option<String>,
    /// Growth over the baseline, where the target is one.
    pub growth: Option<String>,
    /// How it keeps pace; none where there is nothing to judge.
    pub mark: Option<Mark>,
}

/// The plan as known to `ledger`, for somebody who may see `sight`.
pub fn sheet(ledger: &Ledger, plan: &Plan, sight: Sight) -> PlanSheet {
    let row = |outcome| row(ledger, plan, outcome, sight);
    let rows = plan
        .whygos
        .iter()
        .map(|whygo| whygo.outcomes.iter().map(row).collect());
    let current = Quarter::of(ledger.today());
    let live = |metric| live(ledger, metric, current, sight);
    let dependencies = plan
        .dependencies
        .iter()
        .map(|one| one.metric.and_then(live));
    PlanSheet {
        plan: plan.clone(),
        current,
        rows: rows.collect(),
        dependencies: dependencies.collect(),
    }
}

fn row(ledger: &Ledger, plan: &Plan, outcome: &Outcome, sight: Sight) -> OutcomeRow {
    let done = ledger.facts().milestones.iter();
    let done = done.filter(|fact| fact.outcome == outcome.key);
    OutcomeRow {
        cells: Quarter::all(plan.year).map(|quarter| cell(ledger, outcome, quarter, sight)),
        done_on: done.map(|fact| fact.done_on).min(),
    }
}

fn cell(ledger: &Ledger, outcome: &Outcome, quarter: Quarter, sight: Sight) -> OutcomeCell {
    let target = outcome.target(quarter).map(|target| target.to_string());
    let nothing = OutcomeCell {
        target,
        actual: None,
        growth: None,
        mark: None,
    };
    // A milestone says nothing in a quarter that has no target for it.
    let silent = outcome.metric == Metric::Milestone && nothing.target.is_none();
    if silent || !sight.has(outcome.metric) {
        return nothing;
    }
    let pace = pace(ledger, outcome, quarter, &Filter::default());
    let Some(actual) = pace.actual else {
        return nothing;
    };
    let over = |baseline: crate::metrics::Number| {
        let share = (actual.value()? - baseline.value()?) / baseline.value()?;
        let percent = (share * 100.0).round();
        percent
            .is_finite()
            .then(|| format!("{:+}%", percent as i64))
    };
    OutcomeCell {
        actual: Some(actual.shown(outcome.metric)),
        growth: pace.baseline.and_then(over),
        mark: Some(pace.mark),
        ..nothing
    }
}

fn live(ledger: &Ledger, metric: Metric, quarter: Quarter, sight: Sight) -> Option<String> {
    let scope = Scope {
        period: quarter.period(),
        filter: Filter::default(),
    };
    let number = measure_period(ledger, metric, &scope).filter(|_| sight.has(metric))?;
    Some(number.shown(metric))
}
