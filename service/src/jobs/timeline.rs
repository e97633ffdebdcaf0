//! What happened to a job, line by line.

use super::{Work, undo::offer};
use crate::{
    Result, Service,
    db::{
        Tx, all,
        rows::{JobEventRow, TAKES_BACK},
    },
};
use domain::{
    job::{JobEvent, TimelineEntry},
    people::AccessRole,
    policy::Actor,
};

/// The history of a job as its page shows it to `actor`: the agency sees what was taken back as well, the client what
/// stands.
pub(super) async fn timeline(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<Vec<TimelineEntry>> {
    let mut entries = lines(tx, actor, work).await?;
    if actor.role == AccessRole::Client {
        entries.retain(stands);
    }
    if let Some(last) = entries.iter_mut().rfind(|entry| stands(entry)) {
        last.undo = offer(service, tx, actor, work).await?;
    }
    Ok(entries)
}

async fn lines(tx: &mut Tx, actor: &Actor, work: &Work) -> Result<Vec<TimelineEntry>> {
    let sql = "SELECT COALESCE(p.name, c.name, u.name) FROM job_event e
               LEFT JOIN person p ON p.id = e.actor_person LEFT JOIN contact c ON c.id = e.actor_contact
               LEFT JOIN user_account u ON u.id = e.actor_user WHERE e.job = $1 ORDER BY e.seq";
    let names = all!(tx, (Option<String>,), sql, work.row.id)?;
    let sql = "SELECT * FROM job_event WHERE job = $1 ORDER BY seq";
    let rows = all!(tx, JobEventRow, sql, work.row.id)?;
    let mut entries: Vec<TimelineEntry> = Vec::new();
    for (row, (by,)) in rows.into_iter().zip(names) {
        let entry = if row.kind == TAKES_BACK {
            took_back(&mut entries, &row, by)
        } else {
            Some(entry(actor, &row.event()?, by))
        };
        entries.extend(entry);
    }
    Ok(entries)
}

const fn stands(entry: &TimelineEntry) -> bool {
    !entry.takes_back && !entry.taken_back
}

/// The line that takes back the last one that stands; that one is marked.
fn took_back(
    entries: &mut [TimelineEntry],
    row: &JobEventRow,
    by: Option<String>,
) -> Option<TimelineEntry> {
    let last = entries.iter_mut().rfind(|entry| stands(entry))?;
    last.taken_back = true;
    Some(TimelineEntry {
        at: row.at,
        kind: last.kind,
        by,
        reason: String::new(),
        recorded_at: row.recorded_at,
        takes_back: true,
        taken_back: false,
        undo: None,
    })
}

/// What the agency notes on its own moves stays with the agency.
fn entry(actor: &Actor, event: &JobEvent, by: Option<String>) -> TimelineEntry {
    let shown = actor.role != AccessRole::Client || event.kind.tells_the_client_why();
    TimelineEntry {
        at: event.at,
        kind: event.kind,
        by,
        reason: if shown {
            event.reason.clone()
        } else {
            String::new()
        },
        recorded_at: event.recorded_at,
        takes_back: false,
        taken_back: false,
        undo: None,
    }
}
