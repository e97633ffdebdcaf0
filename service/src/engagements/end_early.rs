//! Ending an engagement before its term, with what that means for its open handoffs and jobs.

use super::{announce, closing, endings::Ended};
use crate::{
    Error, Result, Service,
    db::{
        Tx, all,
        rows::{EngagementEndingRow, EngagementRow, HandoffRow},
        scalar,
    },
    edits,
    handoffs::{self, Work, save},
    jobs,
};
use domain::{
    engagement::{BadEnding, EndEarly, OpenHandoff, check_ending, ends_handoff, ends_job},
    handoff::{first_submission, settlement},
    ids::*,
    job::JobEventKind,
    policy::{Action, Actor, may},
    text::Reason,
    time::{Day, Instant},
};
use uuid::Uuid;

/// Ends an engagement early, with a reason that stays on its page: fees end with the last day, what was asked for and
/// not begun is declined or leaves the board, what is in the making goes on, and the closing report is opened. The
/// version that the engagement has since.
///
/// # Errors
/// When the role may not, there is no such engagement, it cannot end then, or somebody changed it since the actor saw
/// it.
pub async fn end_early(service: &Service, actor: &Actor, command: EndEarly) -> Result<i64> {
    may(actor, Action::SignEngagement)?;
    let reason: Reason = command
        .reason
        .parse()
        .map_err(|bad| Error::invalid("reason", bad))?;
    let mut tx = service.db().write().await?;
    let mut row = EngagementRow::by_id(&mut tx, command.id.0)
        .await?
        .ok_or(Error::NotFound("engagement"))?;
    if row.version != command.version {
        return Err(Error::stale("engagement"));
    }
    check(&mut tx, &row, command.last_day).await?;
    let mut ended = note(service, &mut tx, actor, &row, (command.last_day, reason)).await?;
    row.ends_on = Some(command.last_day);
    row.save(&mut tx).await?;
    announce(service, &mut tx, actor, &row, "ended").await?;
    end_handoffs(service, &mut tx, actor, &row, &mut ended).await?;
    end_jobs(service, &mut tx, actor, &row, &mut ended).await?;
    if !closing::has_closing(&mut tx, &row).await? {
        ended.opened = Some(closing::open_closing(service, &mut tx, actor, &row).await?);
    }
    let id = (row.id.to_string(), row.version);
    edits::log(service, &mut tx, actor, id, ended).await?;
    service.commit(tx).await?;
    Ok(row.version)
}

async fn check(tx: &mut Tx, row: &EngagementRow, last_day: Day) -> Result<()> {
    let sql =
        "SELECT COUNT(*) FROM handoff WHERE engagement = $1 AND kind = 4 AND stage = 'accepted'";
    if scalar!(tx, i64, sql, row.id)? > 0 {
        return Err(Error::refused(BadEnding::Closed));
    }
    let sql = "SELECT COUNT(*) FROM engagement_ending WHERE engagement = $1";
    if scalar!(tx, i64, sql, row.id)? > 0 {
        return Err(Error::refused(BadEnding::Ended));
    }
    check_ending(row.starts_on, row.ends_on, last_day)
        .map_err(|bad| Error::invalid("last_day", bad))
}

async fn note(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
    (last_day, reason): (Day, Reason),
) -> Result<Ended> {
    let ending = EngagementEndingRow {
        engagement: row.id,
        at: service.now(),
        actor_user: actor.user.map(|id| id.0),
        was: row.ends_on,
        last_day,
        reason: reason.into(),
    };
    let ended = Ended::of(&ending);
    EngagementEndingRow::insert(tx, &[ending]).await?;
    Ok(ended)
}

async fn end_handoffs(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
    ended: &mut Ended,
) -> Result<()> {
    let sql = "SELECT * FROM handoff WHERE engagement = $1 AND job IS NULL AND stage <> 'accepted'
               AND NOT withdrawn AND NOT stopped ORDER BY kind, id";
    for open in all!(tx, HandoffRow, sql, row.id)? {
        let id = HandoffId(open.id);
        let mut work = Work::load(tx, actor, id).await?;
        match ends_handoff(work.kind(), work.stage()?, is_settled(&work, service.now())) {
            OpenHandoff::Withdrawn => {
                handoffs::withdraw(service, tx, actor, id).await?;
                ended.withdrawn.push(id);
            }
            OpenHandoff::Stopped => {
                ended.stopped.push(id);
                work.row.stopped = true;
                save::save(service, tx, actor, &mut work, "stopped").await?;
            }
            // Its due time follows the last day.
            OpenHandoff::GoesOn => {
                save::save(service, tx, actor, &mut work, "ended the engagement of").await?;
            }
        }
    }
    Ok(())
}

fn is_settled(work: &Work, now: Instant) -> bool {
    let submission = first_submission(&work.fact.events);
    let waived = submission.is_some_and(|event| !event.waived.is_empty());
    settlement(
        submission.map(|event| event.at),
        waived,
        work.row.due_at,
        now,
    )
    .is_some()
}

/// Jobs that nobody has begun with are declined. The client reads why, and not what the agency notes for itself.
async fn end_jobs(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
    ended: &mut Ended,
) -> Result<()> {
    let sql = "SELECT j.id FROM job j JOIN workflow w ON w.id = j.workflow WHERE w.engagement = $1
               ORDER BY j.submitted_at, j.id";
    let last_day = ended.last_day;
    let why = format!("This engagement ends on {last_day}, before work on this request began.");
    for (id,) in all!(tx, (Uuid,), sql, row.id)? {
        let mut work = jobs::Work::load(tx, actor, JobId(id)).await?;
        if ends_job(work.state()?) {
            let event = (JobEventKind::Declined, service.now());
            jobs::record_at(service, tx, actor, &mut work, event, why.clone()).await?;
            ended.declined.push(JobId(id));
        }
    }
    Ok(())
}
