//! Taking the last step of a job back, with what it set in motion.

use super::{Work, cards::present, conflict::or_present, record};
use crate::{
    Error, Result, Service,
    db::{
        Tx, all, optional,
        rows::{HandoffRow, JobEventRow, standing},
    },
    facts::handoff_events,
    handoffs,
};
use domain::{
    board::Undo,
    handoff::{HandoffKind, undo::job_move},
    ids::HandoffId,
    job::{
        JobCard, JobEvent, JobEventKind, TakeBackJob,
        undo::{BuiltOn, DoneBy, check_take_back, last_step},
    },
    people::AccessRole,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// Takes the last step back: the history says so in one more line, and the job is where it was before; the handoff that
/// the step opened is withdrawn.
///
/// # Errors
/// A refusal where the role may not, there is nothing to take back or others have built on it; a conflict with the job
/// as it is, where it was changed since the actor saw it.
pub async fn take_back(service: &Service, actor: &Actor, command: TakeBackJob) -> Result<JobCard> {
    let id = command.id;
    or_present(service, id, try_take_back(service, actor, command).await).await
}

async fn try_take_back(service: &Service, actor: &Actor, command: TakeBackJob) -> Result<JobCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    let step = check(service, &mut tx, actor, &work).await?;
    let opened = opened_by(&mut tx, &work, &step).await?;
    record::take_back(service, &mut tx, actor, &mut work).await?;
    if let Some(handoff) = opened {
        handoffs::withdraw(service, &mut tx, actor, handoff).await?;
    }
    let card = present(&mut tx, command.id).await?;
    service.commit(tx).await?;
    Ok(card)
}

/// Whether `actor` may take the last step back now; that step.
async fn check(service: &Service, tx: &mut Tx, actor: &Actor, work: &Work) -> Result<JobEvent> {
    let step = last_step(&work.fact.events).map_err(Error::refused)?;
    may(actor, Action::Job(step.kind))?;
    let zone = service.calendar(tx).await?.zone;
    let by = done_by(tx, actor, work).await?;
    let built_on = BuiltOn {
        by_handoff: is_by_handoff(tx, work, step.kind).await?,
        handoff: begun(tx, work, step).await?,
        written: written(tx, actor, work, step).await?,
    };
    check_take_back(step, by, built_on, &zone, service.now()).map_err(Error::refused)?;
    Ok(step.clone())
}

async fn done_by(tx: &mut Tx, actor: &Actor, work: &Work) -> Result<DoneBy> {
    let sql = "SELECT * FROM job_event WHERE job = $1 ORDER BY seq";
    let lines = standing(all!(tx, JobEventRow, sql, work.row.id)?);
    let by_client = lines
        .last()
        .is_some_and(|line| line.actor_contact.is_some());
    Ok(match (by_client, actor.role == AccessRole::Client) {
        (true, false) => DoneBy::Client,
        (false, true) => DoneBy::Agency,
        _ => DoneBy::OwnSide,
    })
}

/// Whether the last step followed from the last move of one of the job's handoffs.
async fn is_by_handoff(tx: &mut Tx, work: &Work, step: JobEventKind) -> Result<bool> {
    let sql = "SELECT * FROM handoff WHERE job = $1 AND NOT withdrawn";
    for row in all!(tx, HandoffRow, sql, work.row.id)? {
        let events = handoff_events(tx, row.id).await?;
        let moved = events
            .last()
            .and_then(|last| job_move(HandoffKind::GenerativeToProduction, last.kind));
        if moved == Some(step) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The handoff that was opened with a step into production.
async fn opened_by(tx: &mut Tx, work: &Work, step: &JobEvent) -> Result<Option<HandoffId>> {
    if step.kind != JobEventKind::Production {
        return Ok(None);
    }
    let sql = "SELECT h.id FROM handoff h JOIN handoff_event o ON o.handoff = h.id AND o.seq = 1
               WHERE h.job = $1 AND NOT h.withdrawn AND o.recorded_at >= $2 ORDER BY o.recorded_at, h.id LIMIT 1";
    let found = optional!(tx, (Uuid,), sql, work.row.id, step.recorded_at)?;
    Ok(found.map(|(id,)| HandoffId(id)))
}

/// Who has worked on the handoff that a step opened, and what they did.
async fn begun(tx: &mut Tx, work: &Work, step: &JobEvent) -> Result<Option<(String, String)>> {
    let Some(handoff) = opened_by(tx, work, step).await? else {
        return Ok(None);
    };
    let sql = "SELECT actor_name, action FROM change WHERE entity = 'handoff' AND entity_id = $1
               AND action NOT IN ('opened', 'arranged', 'changed the job of', 'changed the pod of', 'passed on')
               ORDER BY seq DESC LIMIT 1";
    optional!(tx, (String, String), sql, handoff.to_string())
}

/// Who else has written about the job since.
async fn written(
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    step: &JobEvent,
) -> Result<Option<String>> {
    let sql = "SELECT u.name FROM message m JOIN user_account u ON u.id = m.author
               WHERE m.job = $1 AND m.at > $2 AND u.id <> $3 ORDER BY m.at DESC LIMIT 1";
    let own = actor.user.map_or(Uuid::nil(), |user| user.0);
    let found = optional!(tx, (String,), sql, work.row.id, step.recorded_at, own)?;
    Ok(found.map(|(name,)| name))
}

/// Whether `actor` can take the last step back now; none where the role may not, or there is nothing.
pub(super) async fn offer(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<Option<Undo>> {
    let Some(step) = work.fact.events.last() else {
        return Ok(None);
    };
    if may(actor, Action::Job(step.kind)).is_err() {
        return Ok(None);
    }
    match check(service, tx, actor, work).await {
        Ok(_) => Ok(Some(Undo::Offered)),
        Err(Error::Refused(why)) => Ok(Some(Undo::Refused(why))),
        Err(fault) => Err(fault),
    }
}
