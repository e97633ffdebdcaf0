//! Taking the last move of a handoff back, with what it set in motion.

use super::{
    conflict::or_present, limits, move_handoff::said, position, save, undone::undo_effects,
    work::Work,
};
use crate::{
    Error, Result, Service,
    db::{Tx, optional, scalar},
};
use domain::{
    board::{HandoffCard, UndoMove},
    handoff::{
        HandoffEvent, HandoffEventKind, Item, Progress, Stage,
        gate::ItemState,
        undo::{BuiltOn, NotTakenBack, check_take_back, follower, job_move, last_move},
    },
    job::JobEvent,
    policy::{Action, Actor, may},
};

/// What the log says of it.
const TOOK_BACK: &str = "took back a move of";

/// Takes the last move back: the history says so in one more line, and the handoff is where it was before, as is what
/// followed from the move.
///
/// # Errors
/// A refusal where the role may not, there is nothing to take back or others have built on it; that its column has no
/// room, where there is no reason to go beyond the limit; a conflict with the card as it is, where it was changed since the actor saw it.
pub async fn take_back(service: &Service, actor: &Actor, command: UndoMove) -> Result<HandoffCard> {
    let id = command.id;
    or_present(service, id, try_take_back(service, actor, command).await).await
}

async fn try_take_back(service: &Service, actor: &Actor, command: UndoMove) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    let event = check(service, &mut tx, actor, &work).await?;
    let (before, position) = before(&mut tx, &work, &event).await?;
    let mut over = String::new();
    if event.kind.target().is_some() {
        let (cell, why) = ((work.kind(), before), command.over_limit.as_deref());
        over = limits::room(&mut tx, command.id, cell, why).await?;
        work.row.position = position;
    }
    save::unrecord(service, &mut tx, actor, &mut work, over).await?;
    unwaive(service, &mut tx, actor, &mut work, &event).await?;
    undo_effects(service, &mut tx, actor, &mut work, &event).await?;
    let card = save::save(service, &mut tx, actor, &mut work, TOOK_BACK).await?;
    service.commit(tx).await?;
    Ok(card)
}

/// Whether `actor` may take the last move back now; that move.
///
/// # Errors
/// Why not.
pub(super) async fn check(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<HandoffEvent> {
    let event = last_move(&work.fact.events).map_err(Error::refused)?;
    may(actor, Action::Handoff(work.kind(), event.kind))?;
    let zone = service.calendar(tx).await?.zone;
    let built_on = built_on(tx, work, event).await?;
    check_take_back(event, built_on, &zone, service.now()).map_err(Error::refused)?;
    Ok(event.clone())
}

async fn built_on(tx: &mut Tx, work: &Work, event: &HandoffEvent) -> Result<BuiltOn> {
    let next = match follower(work.kind(), event.kind) {
        Some(next) if is_begun(tx, work, event, next.number()).await? => Some(next),
        _ => None,
    };
    Ok(BuiltOn {
        changed: match changed_since(tx, work, event.kind).await? {
            None => followed_up(tx, work, event).await?,
            changed => changed,
        },
        next,
        job: work
            .job
            .as_ref()
            .filter(|_| job_move(work.kind(), event.kind).is_some())
            .filter(|job| !is_left_alone(work, event, &job.fact.events))
            .map(|job| job.state())
            .transpose()?,
    })
}

/// Whether nothing happened to the job since, but what the move itself made of it.
fn is_left_alone(work: &Work, event: &HandoffEvent, job: &[JobEvent]) -> bool {
    let moved = job_move(work.kind(), event.kind);
    let own = |told: &JobEvent| Some(told.kind) == moved && told.recorded_at >= event.recorded_at;
    match job.iter().position(own) {
        Some(at) => at + 1 == job.len(),
        None => job.iter().all(|told| told.recorded_at <= event.recorded_at),
    }
}

/// Whether somebody has done anything to the handoff that was opened after `event`. What came of itself is at its first
/// version.
async fn is_begun(tx: &mut Tx, work: &Work, event: &HandoffEvent, kind: u8) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM handoff h JOIN handoff_event o ON o.handoff = h.id AND o.seq = 1
               WHERE h.engagement = $1 AND h.kind = $2 AND NOT h.withdrawn AND o.recorded_at >= $3
               AND (h.version > 1 OR h.kind = 4 OR EXISTS (SELECT 1 FROM file f WHERE f.handoff = h.id))";
    let number = i64::from(kind);
    let begun = scalar!(tx, i64, sql, work.row.engagement, number, event.recorded_at)?;
    Ok(begun > 0)
}

/// Who changed the package after the last move of `kind`, and what they did.
async fn changed_since(
    tx: &mut Tx,
    work: &Work,
    kind: HandoffEventKind,
) -> Result<Option<(String, String)>> {
    let moved = moved_at(tx, work, kind).await?;
    let sql = "SELECT actor_name, action FROM change WHERE entity = 'handoff' AND entity_id = $1 AND seq > $2
               AND action NOT IN ('opened', 'submitted', 'took into review', 'accepted', 'returned', 'answered',
                                  'arranged', 'changed the job of', 'changed the pod of', 'passed on',
                                  'took back a move of')
               ORDER BY seq DESC LIMIT 1";
    optional!(tx, (String, String), sql, work.row.id.to_string(), moved)
}

/// Who has followed up an accepted closing report, if anybody did.
async fn followed_up(
    tx: &mut Tx,
    work: &Work,
    event: &HandoffEvent,
) -> Result<Option<(String, String)>> {
    if event.kind != HandoffEventKind::Accepted {
        return Ok(None);
    }
    let sql = "SELECT actor_name FROM change WHERE entity = 'follow_up' AND entity_id = $1
               ORDER BY seq DESC LIMIT 1";
    let found = optional!(tx, (String,), sql, work.row.id.to_string())?;
    Ok(found.map(|(by,)| (by, "followed up on".to_owned())))
}

/// The number of the change that told of the last move of `kind`; 0 where it came with an import.
async fn moved_at(tx: &mut Tx, work: &Work, kind: HandoffEventKind) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(seq), 0) FROM change
               WHERE entity = 'handoff' AND entity_id = $1 AND action = $2";
    scalar!(tx, i64, sql, work.row.id.to_string(), said(kind))
}

/// Where the handoff was before its last move: its stage, and its place in that column, as far as the log knows it.
async fn before(tx: &mut Tx, work: &Work, event: &HandoffEvent) -> Result<(Stage, String)> {
    let events = &work.fact.events[..work.fact.events.len() - 1];
    let stage = Progress::replay(work.kind(), events)
        .map_err(|(_, error)| Error::fault("a stored history", error))?
        .stage();
    let moved = moved_at(tx, work, event.kind).await?;
    let sql = "SELECT body FROM change WHERE entity = 'handoff' AND entity_id = $1 AND seq < $2
               ORDER BY seq DESC LIMIT 1";
    let told = optional!(tx, (String,), sql, work.row.id.to_string(), moved)?;
    let card = told.and_then(|(body,)| serde_json::from_str::<HandoffCard>(&body).ok());
    let position = match card.filter(|card| card.stage == stage) {
        Some(card) => card.position,
        None => position::at_end(tx, work.kind(), stage).await?,
    };
    Ok((stage, position))
}

/// What the submission waived is missing again.
async fn unwaive(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    event: &HandoffEvent,
) -> Result<()> {
    let earlier: Vec<Item> = work
        .fact
        .events
        .iter()
        .rfind(|event| event.kind == HandoffEventKind::Submitted)
        .map(|submission| submission.waived.clone())
        .unwrap_or_default();
    for item in event.waived.iter().filter(|item| !earlier.contains(item)) {
        let missing = (*item, ItemState::Missing, String::new());
        save::write_item(service, tx, actor, work, missing).await?;
    }
    Ok(())
}

/// Why the last move cannot be taken back by `actor` now; none where it can. Nothing at all where there is no move.
pub(super) async fn offer(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<Option<Option<String>>> {
    match check(service, tx, actor, work).await {
        Ok(_) => Ok(Some(None)),
        Err(Error::Refused(why)) if why == NotTakenBack::Nothing.to_string() => Ok(None),
        Err(Error::Refused(why)) => Ok(Some(Some(why))),
        Err(fault) => Err(fault),
    }
}
