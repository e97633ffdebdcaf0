//! Writing what happened to a job, and the change that tells of it.

use super::{Work, cards::present};
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{Author, JobEventRow},
    },
    derive, handoffs,
    live::{self, Change},
};
use domain::{
    ids::JobId,
    job::{JobCard, JobEvent, JobEventKind},
    policy::Actor,
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
    work.progress()?.after(kind).map_err(Error::refused)?;
    let event = event(service, work, kind, reason);
    let seq = i64::try_from(work.fact.events.len()).unwrap_or(i64::MAX) + 1;
    let row = JobEventRow::new(work.row.id, seq, &event, Author::from(actor));
    JobEventRow::insert(tx, &[row]).await?;
    work.fact.events.push(event);
    let calendar = service.calendar(tx).await?;
    derive::job(&mut work.row, &work.fact, &calendar)?;
    work.row.save(tx).await?;
    announce(service, tx, actor, work, said(kind)).await?;
    if moves_the_promise(kind) {
        handoffs::refresh_of_job(service, tx, actor, work).await?;
    }
    Ok(())
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

/// What happens now; never before what happened last, whatever the clock says.
fn event(service: &Service, work: &Work, kind: JobEventKind, reason: String) -> JobEvent {
    let recorded_at = service.now();
    let last = work
        .fact
        .events
        .last()
        .map_or(work.fact.submitted_at, |event| event.at);
    JobEvent {
        at: recorded_at.max(last),
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
