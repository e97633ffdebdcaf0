//! Numbers over weeks.

use super::{Question, weeks_until};
use crate::{
    handoff::HandoffKind,
    metrics::{Filter, Ledger, Metric, Number, Scope, measure_period},
    plan::Plan,
    time::{Day, Period},
};
use serde::{Deserialize, Serialize};

/// A number of one week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The Monday on which the week begins.
    pub week: Day,
    /// The number divided, where there is data.
    pub value: Option<f64>,
    /// As people read it.
    pub text: String,
}

/// The compliance of one kind of handoff over weeks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KindTrend {
    /// Which kind.
    pub kind: HandoffKind,
    /// Its compliance in the whole period, a share, where there is data.
    pub value: Option<f64>,
    /// The same as people read it.
    pub text: String,
    /// What it was divided from: `7 of 8 handoffs settled`.
    pub parts: String,
    /// The target of the period's quarter, a share, where there is one.
    pub target: Option<f64>,
    /// Week by week.
    pub points: Vec<Point>,
}

/// The 13 weeks up to the end of the period, or to today while it is running.
pub(super) fn weeks(ledger: &Ledger, question: &Question) -> Vec<Period> {
    let period = question.span.period(ledger.today());
    let last = period.to.pred_opt().unwrap_or(period.to);
    weeks_until(last.min(ledger.today()))
}

/// `metric` week by week; no points where the filter cannot be applied to it.
pub(super) fn points(
    ledger: &Ledger,
    metric: Metric,
    filter: &Filter,
    weeks: &[Period],
) -> Vec<Point> {
    let point = |period: &Period| {
        let scope = Scope {
            period: *period,
            filter: filter.clone(),
        };
        let number = measure_period(ledger, metric, &scope)?;
        Some(Point {
            week: period.from,
            value: number.value(),
            text: text(metric, number),
        })
    };
    weeks.iter().filter_map(point).collect()
}

fn text(metric: Metric, number: Number) -> String {
    let shown = number.shown(metric);
    match metric.parts_of() {
        Some(_) if number.denominator > 0 => {
            format!("{shown} ({} of {})", number.numerator, number.denominator)
        }
        _ => shown,
    }
}

/// The compliance of the four kinds.
pub(super) fn compliance(ledger: &Ledger, plan: &Plan, question: &Question) -> Vec<KindTrend> {
    let weeks = weeks(ledger, question);
    let quarter = question.span.quarter(ledger.today());
    let trend = |kind| {
        let metric = Metric::compliance(kind);
        let figure = super::Figure::of(ledger, metric, question, super::Sight { margin: false });
        let target = quarter
            .filter(|quarter| quarter.year == plan.year)
            .and_then(|quarter| {
                let outcome = plan.outcomes().find(|outcome| outcome.metric == metric)?;
                outcome.target(quarter)?.bounds().0
            });
        KindTrend {
            kind,
            value: figure.value(),
            text: figure.shown(metric),
            parts: figure.parts(metric).unwrap_or_default(),
            target: target.map(|target| target.to_f64()),
            points: points(ledger, metric, &question.filter, &weeks),
        }
    };
    HandoffKind::ALL.map(trend).into()
}
