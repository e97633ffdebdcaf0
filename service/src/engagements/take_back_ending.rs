//! Taking an early end back, with what it set in motion.

use super::{
    announce,
    endings::{self, Ended},
};
use crate::{
    Error, Result, Service,
    db::{
        Tx, all, optional,
        rows::{EngagementRow, HandoffRow},
        run,
    },
    edits::{self, Told},
    handoffs::{self, Work, save},
    jobs,
};
use domain::{
    engagement::{EndingBuiltOn, TakeBackEnding, check_ending_taken_back},
    ids::*,
    job::JobState,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// What the log says of it, of the engagement and of its handoffs.
const TOOK_BACK: &str = "took back the end of";

/// Takes an early end back: the engagement runs as long as it did before, its handoffs are on the board again, the
/// requests that were declined with it wait again, and the closing report that it opened is withdrawn. The log keeps both.
///
/// # Errors
/// A refusal where the role may not, the engagement was not ended early, or others have built on that; a conflict where
/// somebody changed the engagement since the actor saw it.
pub async fn take_back_ending(
    service: &Service,
    actor: &Actor,
    command: TakeBackEnding,
) -> Result<()> {
    may(actor, Action::SignEngagement)?;
    let mut tx = service.db().write().await?;
    let found = EngagementRow::by_id(&mut tx, command.id.0).await?;
    let mut row = found.ok_or(Error::NotFound("engagement"))?;
    if row.version != command.version {
        return Err(Error::stale("engagement"));
    }
    let ends = endings::all(&mut tx, &row).await?;
    let told = endings::last(&ends, &row).map_err(Error::refused)?;
    check(service, &mut tx, actor, &row, told).await?;
    let sql = "DELETE FROM engagement_ending WHERE engagement = $1";
    run!(&mut tx, sql, row.id)?;
    row.ends_on = told.edit.was;
    row.save(&mut tx).await?;
    announce(service, &mut tx, actor, &row, TOOK_BACK).await?;
    put_handoffs_back(service, &mut tx, actor, &row, &told.edit).await?;
    put_jobs_back(service, &mut tx, actor, &told.edit.declined).await?;
    let taken_back = Ended {
        takes_back: true,
        ..told.edit.clone()
    };
    let id = (row.id.to_string(), row.version);
    edits::log(service, &mut tx, actor, id, taken_back).await?;
    service.commit(tx).await
}

/// Whether an end can be taken back now.
///
/// # Errors
/// Why not.
pub(super) async fn check(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
    told: &Told<Ended>,
) -> Result<()> {
    let built_on = EndingBuiltOn {
        report: report_begun(tx, row, told).await?,
        written: written(tx, actor, told).await?,
    };
    let zone = service.calendar(tx).await?.zone;
    check_ending_taken_back(told.at, built_on, &zone, service.now()).map_err(Error::refused)
}

/// Who has worked on the engagement's closing report since, and what they did.
async fn report_begun(
    tx: &mut Tx,
    row: &EngagementRow,
    told: &Told<Ended>,
) -> Result<Option<(String, String)>> {
    let sql = "SELECT id FROM handoff WHERE engagement = $1 AND kind = 4 AND NOT withdrawn";
    let Some((report,)) = optional!(tx, (Uuid,), sql, row.id)? else {
        return Ok(None);
    };
    let sql = "SELECT actor_name, action FROM change WHERE entity = 'handoff' AND entity_id = $1 AND seq > $2
               AND action NOT IN ('arranged', 'changed the pod of', 'passed on', 'corrected the signature of')
               ORDER BY seq DESC LIMIT 1";
    optional!(tx, (String, String), sql, report.to_string(), told.seq)
}

/// Who else has written about a request that was declined with it since, and that request's title.
async fn written(
    tx: &mut Tx,
    actor: &Actor,
    told: &Told<Ended>,
) -> Result<Option<(String, String)>> {
    let own = actor.user.map_or(Uuid::nil(), |user| user.0);
    let sql = "SELECT u.name, j.title FROM message m JOIN user_account u ON u.id = m.author
               JOIN job j ON j.id = m.job
               WHERE m.job = $1 AND m.at > $2 AND u.id <> $3 ORDER BY m.at DESC LIMIT 1";
    for job in &told.edit.declined {
        let found = optional!(tx, (String, String), sql, job.0, told.at, own)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

async fn put_handoffs_back(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &EngagementRow,
    ended: &Ended,
) -> Result<()> {
    if let Some(report) = ended.opened {
        handoffs::withdraw(service, tx, actor, report).await?;
    }
    for id in &ended.withdrawn {
        handoffs::reopen(service, tx, actor, *id).await?;
    }
    for id in &ended.stopped {
        let mut work = Work::load(tx, actor, *id).await?;
        work.row.stopped = false;
        save::save(service, tx, actor, &mut work, TOOK_BACK).await?;
    }
    // The due time of a closing report follows the last day.
    let sql = "SELECT * FROM handoff WHERE engagement = $1 AND kind = 4 AND NOT withdrawn";
    for open in all!(tx, HandoffRow, sql, row.id)? {
        let mut work = Work::load(tx, actor, HandoffId(open.id)).await?;
        save::save(service, tx, actor, &mut work, TOOK_BACK).await?;
    }
    Ok(())
}

/// Requests that are still declined wait again; one whose decline was taken back by hand is left alone.
async fn put_jobs_back(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    declined: &[JobId],
) -> Result<()> {
    for id in declined {
        let mut work = jobs::Work::load(tx, actor, *id).await?;
        if work.state()? == JobState::Declined {
            jobs::take_last_back(service, tx, actor, &mut work).await?;
        }
    }
    Ok(())
}
