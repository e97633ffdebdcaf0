//! Moving a job on: accept, decline, start production, hold, resume, approve, ask for changes, cancel.

use super::{Work, conflict::or_present, record::record};
use crate::{
    Error, Result, Service,
    db::{Tx, scalar},
    handoffs,
};
use domain::{
    handoff::HandoffKind,
    job::{JobCard, JobEventKind, MoveJob, check_by_hand},
    policy::{Action, Actor, may},
    text::Reason,
};

/// Lets something happen to a job. Going into production opens its handoff; what its handoff
/// brings about (QC, delivery, a retake) is done on the board.
///
/// # Errors
/// A refusal where the machine or the role says no, or a reason is missing; a conflict with the job
/// as it is, where it was changed since the actor saw it.
pub async fn move_job(service: &Service, actor: &Actor, command: MoveJob) -> Result<JobCard> {
    let id = command.id;
    or_present(service, id, try_move(service, actor, command).await).await
}

async fn try_move(service: &Service, actor: &Actor, command: MoveJob) -> Result<JobCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    may(actor, Action::Job(command.event))?;
    let has_handoff = has_open_handoff(&mut tx, &work).await?;
    check_by_hand(work.state()?, command.event, has_handoff).map_err(Error::refused)?;
    let reason = reason(&command)?;
    record(service, &mut tx, actor, &mut work, command.event, reason).await?;
    if command.event == JobEventKind::Production && !has_handoff {
        open_handoff(service, &mut tx, actor, &work).await?;
    }
    let card = super::cards::present(&mut tx, command.id).await?;
    service.commit(tx).await?;
    Ok(card)
}

fn reason(command: &MoveJob) -> Result<String> {
    let text = command.reason.trim();
    if text.is_empty() && !command.event.needs_reason() {
        return Ok(String::new());
    }
    let reason: Reason = text.parse().map_err(|bad| Error::invalid("reason", bad))?;
    Ok(reason.into())
}

async fn has_open_handoff(tx: &mut Tx, work: &Work) -> Result<bool> {
    let sql =
        "SELECT COUNT(*) FROM handoff WHERE job = $1 AND stage <> 'accepted' AND NOT withdrawn";
    Ok(scalar!(tx, i64, sql, work.row.id)? > 0)
}

async fn open_handoff(service: &Service, tx: &mut Tx, actor: &Actor, work: &Work) -> Result<()> {
    let opening = handoffs::Opening {
        kind: HandoffKind::GenerativeToProduction,
        engagement: &work.engagement,
        job: Some(work),
        needed_on: None,
        usual: None,
    };
    handoffs::open(service, tx, actor, opening).await.map(drop)
}
