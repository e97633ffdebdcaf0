//! Handoffs whose clock is their job's.

use super::save::announce;
use crate::{
    Result, Service,
    db::{Tx, all, rows::HandoffRow},
    derive,
    facts::handoff_events,
    jobs,
};
use domain::{ids::HandoffId, policy::Actor};

/// Sets the clocks of a job's open handoffs after something happened to the job, and tells of those
/// that changed.
pub(crate) async fn refresh_of_job(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    job: &jobs::Work,
) -> Result<()> {
    let calendar = service.calendar(tx).await?;
    let clock = domain::job::clock(&calendar, &job.fact);
    let sql = "SELECT * FROM handoff WHERE job = $1 AND stage <> 'accepted' AND NOT withdrawn";
    for mut row in all!(tx, HandoffRow, sql, job.row.id)? {
        let before = row.clone();
        let fact = row.fact(handoff_events(tx, row.id).await?)?;
        derive::handoff(
            &mut row,
            &fact,
            &job.engagement.fact(),
            Some(clock),
            &calendar,
        )?;
        if row.clock != before.clock {
            row.save(tx).await?;
            announce(service, tx, actor, HandoffId(row.id), "changed the job of").await?;
        }
    }
    Ok(())
}
