//! What the plan asks of production margin now.

use crate::{Result, db::Tx, plan};
use domain::{
    metrics::Metric,
    plan::{Plan, Target},
    time::{Day, Quarter},
};

/// The target of production margin in the quarter of `today`; none where the plan has none.
pub(super) async fn margin_target(tx: &mut Tx, today: Day) -> Result<Option<Target>> {
    let quarter = Quarter::of(today);
    let plan = plan::in_force(tx, quarter.year).await?;
    let mut outcomes = plan.iter().flat_map(Plan::outcomes);
    let outcome = outcomes.find(|outcome| outcome.metric == Metric::ProductionMargin);
    Ok(outcome.and_then(|outcome| outcome.target(quarter)))
}
