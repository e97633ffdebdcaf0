//! The plan with its actuals, and its milestones.

use super::error::ApiError;
use domain::{plan::PlanSheet, time::Day};
use leptos::prelude::*;

/// The plan and how its year stands.
#[server]
pub async fn whole_plan() -> Result<PlanSheet, ApiError> {
    let source = super::numbers::on_server::load().await?;
    let ledger = domain::metrics::Ledger::new(&source.facts, source.asof);
    Ok(domain::plan::sheet(&ledger, &source.plan, source.sight))
}

/// Declares the milestone of the outcome `outcome` done on `done_on`, or, without a day, not done after all.
#[server]
pub async fn mark_milestone(
    /// The outcome's key in the plan.
    outcome: String,
    /// The day; none takes the mark back.
    done_on: Option<Day>,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    service::numbers::mark_milestone(&service, &actor, &outcome, done_on).await?;
    Ok(())
}
