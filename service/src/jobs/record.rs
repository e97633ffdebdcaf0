//! Writing what happened to a job, and the change that tells of it.

use super::{Work, cards::present};
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{Author, JobEventRow, TAKES_BACK},
        scalar,
    },
    derive, handoffs,
    live::{self, Change},
};
use domain::{
    ids::JobId,
    job::{JobCard, JobEvent, JobEventKind},
    policy::Actor,
    time::Instant,
};

/// Lets something happen to a job, if the machine has it, and tells of it. The clocks of its
/// handoffs follow.
pub(crate) async fn record(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    kind: JobEventKind,
    reason: String,
) -> Result<()> {
    let now = service.now();
    record_at(service, tx, actor, work, (kind, now), reason).await
}

/// The same, for what happened at a time and is entered now.
pub(crate) async fn record_at(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    (kind, at): (JobEventKind, Instant),
    reason: String,
) -> Result<()> {
    work.progress()?.after(kind).map_err(Error::refused)?;
    let event = event(service, work, (kind, at), reason);
    let seq = next_seq(tx, work).await?;
    let row = JobEventRow::new(work.row.id, seq, &event, Author::from(actor));
    JobEventRow::insert(tx, &[row]).await?;
    work.fact.events.push(event);
    save(service, tx, actor, work, said(kind)).await?;
    if moves_the_promise(kind) {
        handoffs::refresh_of_job(service, tx, actor, work, drops(kind)).await?;
    }
    Ok(())
}

/// Takes back the last thing that happened to a job: one more line of its history says so, and the
/// job is where it was before.
pub(crate) async fn take_back(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
) -> Result<()> {
    let Some(last) = work.fact.events.pop() else {
        return Ok(());
    };
    let now = service.now();
    let line = JobEvent {
        at: now,
        recorded_at: now,
        reason: String::new(),
        ..last
    };
    let seq = next_seq(tx, work).await?;
    let row = JobEventRow {
        kind: TAKES_BACK.to_owned(),
        ..JobEventRow::new(work.row.id, seq, &line, Author::from(actor))
    };
    JobEventRow::insert(tx, &[row]).await?;
    save(service, tx, actor, work, "took back the last step of").await?;
    if moves_the_promise(line.kind) {
        handoffs::refresh_of_job(service, tx, actor, work, drops(line.kind)).await?;
    }
    Ok(())
}

async fn next_seq(tx: &mut Tx, work: &Work) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(seq), 0) + 1 FROM job_event WHERE job = $1";
    scalar!(tx, i64, sql, work.row.id)
}

/// Writes the job as its history makes it, and tells of it.
async fn save(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &mut Work,
    action: &'static str,
) -> Result<()> {
    let calendar = service.calendar(tx).await?;
    derive::job(&mut work.row, &work.fact, &calendar)?;
    work.row.save(tx).await?;
    announce(service, tx, actor, work, action).await.map(drop)
}

/// Tells of a job as it is now, the client's contacts too.
pub(crate) async fn announce(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    action: &'static str,
) -> Result<JobCard> {
    let card = present(tx, JobId(work.row.id)).await?;
    let change = Change {
        client: Some(work.client()),
        entity: "job",
        id: work.row.id.to_string(),
        version: work.row.version,
        action,
        body: &card,
    };
    live::append(tx, actor, service.now(), change).await?;
    Ok(card)
}

/// What happened; never before what happened last, whatever the clock says.
fn event(
    service: &Service,
    work: &Work,
    (kind, at): (JobEventKind, Instant),
    reason: String,
) -> JobEvent {
    let recorded_at = service.now();
    let last = work
        .fact
        .events
        .last()
        .map_or(work.fact.submitted_at, |event| event.at);
    JobEvent {
        at: at.max(last),
        kind,
        reason,
        recorded_at,
    }
}

/// Whether the due time, or that anything is due, can change.
const fn moves_the_promise(kind: JobEventKind) -> bool {
    use JobEventKind::*;
    matches!(kind, Held | Resumed | Declined | Cancelled)
}

/// Whether nothing is left to do for the agency, so that its handoffs leave the board.
const fn drops(kind: JobEventKind) -> bool {
    matches!(kind, JobEventKind::Declined | JobEventKind::Cancelled)
}

/// As the log and the live feed say it.
const fn said(kind: JobEventKind) -> &'static str {
    match kind {
        JobEventKind::Accepted => "accepted",
        JobEventKind::Declined => "declined",
        JobEventKind::Production => "took into production",
        JobEventKind::Qc => "took to QC",
        JobEventKind::Delivered => "delivered",
        JobEventKind::ChangesRequested => "asked for changes to",
        JobEventKind::Approved => "approved",
        JobEventKind::Held => "put on hold",
        JobEventKind::Resumed => "resumed",
        JobEventKind::Cancelled => "cancelled",
    }
}
