//! What followed from a move, taken back with it.

use super::{announce, effects, refresh::tell_of_others, save, work::Work};
use crate::{
    Result, Service,
    db::{
        Tx, all, optional,
        rows::{EngagementRow, HandoffEventRow},
        run,
    },
    engagements, jobs, quality,
};
use domain::{
    facts::EngagementFact,
    handoff::{
        HandoffEvent, HandoffEventKind, HandoffKind,
        undo::{follower, job_move},
    },
    ids::HandoffId,
    policy::Actor,
};
use uuid::Uuid;

/// Takes back what followed from `event`, which does not stand any more. That nobody has built on it was looked at before.
pub(super) async fn undo_effects(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    event: &HandoffEvent,
) -> Result<()> {
    if event.kind == HandoffEventKind::AvailabilityAnswered {
        return forget_answers(tx, work).await;
    }
    let accepted = event.kind == HandoffEventKind::Accepted;
    match work.kind() {
        HandoffKind::GenerativeToProduction => {
            quality::undo(service, tx, actor, work, event).await?;
            put_job_back(service, tx, actor, work, event).await
        }
        HandoffKind::SalesToProduction if accepted => {
            withdraw_next(service, tx, actor, work, event).await
        }
        HandoffKind::ProductionToGenerative if accepted => {
            unassign_pod(service, tx, actor, work).await
        }
        HandoffKind::ProductionToSales if accepted => {
            engagements::announce(service, tx, actor, &work.engagement, "reopened").await
        }
        _ => Ok(()),
    }
}

/// H2: nobody's time is taken by an answer that was not given.
async fn forget_answers(tx: &mut Tx, work: &Work) -> Result<()> {
    let sql = "DELETE FROM role_answer WHERE handoff = $1";
    run!(tx, sql, work.row.id).map(drop)
}

/// H3: its job is where it was before.
async fn put_job_back(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    event: &HandoffEvent,
) -> Result<()> {
    let moved = job_move(work.kind(), event.kind);
    match &mut work.job {
        Some(job)
            if job.fact.events.last().is_some_and(|last| {
                Some(last.kind) == moved && last.recorded_at >= event.recorded_at
            }) =>
        {
            jobs::take_last_back(service, tx, actor, job).await
        }
        _ => Ok(()),
    }
}

/// H1: the pod request that it opened is on no board any more.
async fn withdraw_next(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    event: &HandoffEvent,
) -> Result<()> {
    let Some(next) = follower(work.kind(), event.kind) else {
        return Ok(());
    };
    let sql = "SELECT h.id FROM handoff h JOIN handoff_event o ON o.handoff = h.id AND o.seq = 1
               WHERE h.engagement = $1 AND h.kind = $2 AND NOT h.withdrawn AND o.recorded_at >= $3
               ORDER BY o.recorded_at, h.id LIMIT 1";
    let number = i64::from(next.number());
    let opened = optional!(
        tx,
        (Uuid,),
        sql,
        work.row.engagement,
        number,
        event.recorded_at
    )?;
    match opened {
        Some((id,)) => withdraw(service, tx, actor, HandoffId(id)).await,
        None => Ok(()),
    }
}

/// Takes a handoff off the board that was opened by something that is taken back.
pub(crate) async fn withdraw(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: HandoffId,
) -> Result<()> {
    let mut opened = Work::load(tx, actor, id).await?;
    save::unrecord(service, tx, actor, &mut opened, String::new()).await?;
    opened.row.withdrawn = true;
    opened.row.save(tx).await?;
    announce(service, tx, actor, id, "withdrew").await.map(drop)
}

/// Puts a handoff back on the board that was withdrawn before anybody had touched it: it was opened when it was opened, and
/// the history says when that came back.
pub(crate) async fn reopen(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: HandoffId,
) -> Result<()> {
    let mut work = Work::load(tx, actor, id).await?;
    let sql =
        "SELECT * FROM handoff_event WHERE handoff = $1 AND kind = 'opened' ORDER BY seq LIMIT 1";
    if let Some(opened) = optional!(tx, HandoffEventRow, sql, id.0)? {
        let again = HandoffEvent {
            recorded_at: service.now(),
            ..opened.event()?
        };
        save::record(tx, actor, &mut work, again, String::new()).await?;
    }
    work.row.withdrawn = false;
    save::save(service, tx, actor, &mut work, "put back")
        .await
        .map(drop)
}

/// H2: the pod and the people whom it brought leave the engagement again, as far as the log knows who was there before.
async fn unassign_pod(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
) -> Result<()> {
    let sql = "SELECT action, body FROM change WHERE entity = 'engagement' AND entity_id = $1
               ORDER BY seq DESC LIMIT 2";
    let told = all!(tx, (String, String), sql, work.engagement.id.to_string())?;
    let [(action, _), (_, before)] = told.as_slice() else {
        return Ok(());
    };
    let before = serde_json::from_str::<EngagementFact>(before).ok();
    let Some(before) = before.filter(|_| action == effects::ASSIGNED) else {
        return Ok(());
    };
    let others = effects::others(tx, work).await?;
    restore(&mut work.engagement, &before);
    work.engagement.save(tx).await?;
    engagements::announce(
        service,
        tx,
        actor,
        &work.engagement,
        "took the pod back from",
    )
    .await?;
    tell_of_others(service, tx, actor, others, effects::POD_OF).await
}

fn restore(engagement: &mut EngagementRow, before: &EngagementFact) {
    engagement.pod = before.pod.map(|id| id.0);
    engagement.account_manager = before.account_manager.map(|id| id.0);
    engagement.producer = before.producer.map(|id| id.0);
    engagement.backup = before.backup.map(|id| id.0);
}
