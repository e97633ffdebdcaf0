//! Milestones of the plan, declared done by hand.

use super::source;
use crate::{
    Error, Result, Service,
    db::{Tx, rows::MilestoneRow, run},
    live::{self, Change},
};
use domain::{
    metrics::Metric,
    policy::{Action, Actor, may},
    time::Day,
};

/// Declares the milestone of the plan's outcome `outcome` done on `done_on`; without a day, not done after all.
///
/// # Errors
/// When the actor may not, the plan has no such milestone, or the day is still to come.
pub async fn mark_milestone(
    service: &Service,
    actor: &Actor,
    outcome: &str,
    done_on: Option<Day>,
) -> Result<()> {
    may(actor, Action::MarkMilestone)?;
    let known = source(service, actor).await?;
    let found = known.plan.outcome(outcome);
    if found.is_none_or(|outcome| outcome.metric != Metric::Milestone) {
        return Err(Error::NotFound("milestone"));
    }
    let today = known.facts.calendar.zone.day(known.asof);
    if done_on.is_some_and(|day| day > today) {
        let sentence = "A milestone is declared once it is done: choose today or an earlier day.";
        return Err(Error::invalid("done_on", sentence));
    }
    let mut tx = service.db().write().await?;
    write(&mut tx, outcome, done_on).await?;
    let change = Change {
        client: None,
        entity: "milestone_done",
        id: outcome.to_owned(),
        version: 0,
        action: if done_on.is_some() {
            "declared done"
        } else {
            "took back"
        },
        body: done_on,
    };
    live::append(&mut tx, actor, service.now(), change).await?;
    service.commit(tx).await
}

async fn write(tx: &mut Tx, outcome: &str, done_on: Option<Day>) -> Result<()> {
    run!(tx, "DELETE FROM milestone_done WHERE outcome = $1", outcome)?;
    if let Some(done_on) = done_on {
        let row = MilestoneRow {
            outcome: outcome.to_owned(),
            done_on,
        };
        MilestoneRow::insert(tx, &[row]).await?;
    }
    Ok(())
}
