//! Handoffs that something beside them changes: their job, or the people and the pod of their engagement.

use super::{Which, cards, save::announce};
use crate::{
    Result, Service,
    db::{Tx, all, rows::HandoffRow},
    derive,
    facts::handoff_events,
    jobs,
};
use domain::{board::HandoffCard, ids::HandoffId, policy::Actor};
use std::collections::HashMap;

/// Sets the clocks of a job's open handoffs after something happened to the job, and tells of those that changed; of all
/// of them where the job `came_or_went`, since they leave the board with it, and come back with it.
pub(crate) async fn refresh_of_job(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    job: &jobs::Work,
    came_or_went: bool,
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
        if row.clock != before.clock || came_or_went {
            row.save(tx).await?;
            announce(service, tx, actor, HandoffId(row.id), "changed the job of").await?;
        }
    }
    Ok(())
}

/// Tells of the open handoffs whose cards say something else now than they did `before`: another holder, producer or pod.
pub(crate) async fn tell_of_others(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    (which, before): (Which, Vec<HandoffCard>),
    action: &'static str,
) -> Result<()> {
    let before: HashMap<_, _> = before.into_iter().map(|card| (card.id, card)).collect();
    for card in cards(tx, which).await? {
        if before.get(&card.id).is_some_and(|before| *before != card) {
            announce(service, tx, actor, card.id, action).await?;
        }
    }
    Ok(())
}
