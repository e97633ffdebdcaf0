//! What happened to a handoff, line by line, with what was taken back.

use super::{edits, needed_on, undo, work::Work};
use crate::{
    Result, Service, closing,
    db::{
        Tx, all,
        rows::{HandoffEventRow, TAKES_BACK, meaning::read},
    },
    packages::written_sections,
};
use domain::{
    board::{Entry, Happened, Undo},
    handoff::{HandoffEventKind, prepare::check_item},
    policy::{Action, Actor, may},
};

/// The history of a handoff as its page shows it to `actor`.
pub(super) async fn of(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
) -> Result<Vec<Entry>> {
    let mut entries = lines(tx, work).await?;
    let last = entries.iter_mut().rfind(|entry| stands(entry));
    if let Some(last) = last {
        let offer = undo::offer(service, tx, actor, work).await?;
        last.undo = offer.map(|refused| refused.map_or(Undo::Offered, Undo::Refused));
    }
    let mut all = written(tx, actor, work).await?;
    all.extend(written_sections(tx, actor, work).await?);
    all.extend(needed_on::days(tx, actor, work).await?);
    all.extend(closing::written_reports(tx, actor, work).await?);
    all.extend(entries);
    // Stable: what was written on the way of a move comes before the move.
    all.sort_by_key(|entry| entry.recorded_at);
    Ok(all)
}

/// What was written into the package, and taken back; the last edit of each item can be.
async fn written(tx: &mut Tx, actor: &Actor, work: &Work) -> Result<Vec<Entry>> {
    let edits = edits::all(tx, work).await?;
    let may_write = may(actor, Action::Prepare(work.kind())).is_ok();
    let mut entries = Vec::with_capacity(edits.len());
    for told in &edits {
        let item = told.edit.item;
        let is_last = edits::last(&edits, work, item)?.is_ok_and(|last| std::ptr::eq(last, told));
        let writable = may_write && check_item(work.kind(), work.stage()?, item).is_ok();
        let what = if told.edit.takes_back {
            Happened::TookBackText(item)
        } else {
            Happened::Wrote(item)
        };
        let undo = (is_last && writable).then_some(Undo::Offered);
        entries.push(Entry::edit(told.at, told.by.clone(), what, undo));
    }
    Ok(entries)
}

fn stands(entry: &Entry) -> bool {
    matches!(entry.what, Happened::Event(_)) && !entry.taken_back
}

async fn lines(tx: &mut Tx, work: &Work) -> Result<Vec<Entry>> {
    let sql = "SELECT COALESCE(p.name, c.name, u.name) FROM handoff_event e
               LEFT JOIN person p ON p.id = e.actor_person LEFT JOIN contact c ON c.id = e.actor_contact
               LEFT JOIN user_account u ON u.id = e.actor_user WHERE e.handoff = $1 ORDER BY e.seq";
    let names = all!(tx, (Option<String>,), sql, work.row.id)?;
    let sql = "SELECT * FROM handoff_event WHERE handoff = $1 ORDER BY seq";
    let rows = all!(tx, HandoffEventRow, sql, work.row.id)?;
    let mut entries: Vec<Entry> = Vec::new();
    for (row, (by,)) in rows.into_iter().zip(names) {
        let entry = if row.kind == TAKES_BACK {
            took_back(&mut entries, &row, by)
        } else {
            Some(happened(&row, by)?)
        };
        entries.extend(entry);
    }
    Ok(entries)
}

fn happened(row: &HandoffEventRow, by: Option<String>) -> Result<Entry> {
    let event = row.event()?;
    Ok(Entry {
        waived: event.waived,
        reason: event.reason,
        ..entry(
            row,
            Happened::Event(read("handoff_event.kind", &row.kind)?),
            by,
        )
    })
}

/// The line that takes back the last one that stands; that one is marked.
fn took_back(entries: &mut [Entry], row: &HandoffEventRow, by: Option<String>) -> Option<Entry> {
    let last = entries.iter_mut().rfind(|entry| stands(entry))?;
    last.taken_back = true;
    let kind = match last.what {
        Happened::Event(kind) => kind,
        _ => HandoffEventKind::Opened,
    };
    Some(entry(row, Happened::TookBack(kind), by))
}

fn entry(row: &HandoffEventRow, what: Happened, by: Option<String>) -> Entry {
    Entry {
        at: row.at,
        what,
        by,
        waived: Vec::new(),
        reason: String::new(),
        recorded_at: row.recorded_at,
        over_limit: row.over_limit.clone(),
        taken_back: false,
        undo: None,
    }
}
