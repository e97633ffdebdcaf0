//! Jobs with their histories.

use super::{ids::AllIds, put};
use crate::{
    Result,
    db::{Tx, rows as db, run},
    derive,
    export::Stored,
    import::{
        batch::Merged,
        format::{JobEventRow, JobRow},
        replay::{Told, job_histories},
    },
};
use domain::{calendar::Calendar, clock::Clock};
use std::collections::HashMap;
use uuid::Uuid;

/// Saves the jobs whose row or history changed, or whose clock another calendar moves; gives the
/// clocks of all.
pub(super) async fn save(
    tx: &mut Tx,
    stored: &Stored,
    merged: &Merged,
    ids: &AllIds,
    calendar: &Calendar,
) -> Result<HashMap<Uuid, Clock>> {
    let before: HashMap<Uuid, &db::JobRow> = stored.jobs.iter().map(|row| (row.id, row)).collect();
    let slas: HashMap<&str, String> = merged
        .workflows
        .iter()
        .map(|entry| (entry.row.key.as_str(), entry.row.sla.to_string()))
        .collect();
    let histories = job_histories(merged);
    let (mut rows, mut events, mut clocks) = (Vec::new(), Vec::new(), HashMap::new());
    for entry in &merged.jobs {
        let told = histories
            .get(entry.row.key.as_str())
            .map_or(&[][..], Vec::as_slice);
        let known = ids.jobs.known(&entry.row.key)?;
        let history = history(known.id, told, stored, ids)?;
        let before = before.get(&known.id).copied();
        let promised = before
            .map(|row| row.sla.clone())
            .or_else(|| slas.get(entry.row.workflow.as_str()).cloned());
        let mut row = row(&entry.row, promised.unwrap_or_default(), ids)?;
        let happened: Result<_> = history.iter().map(db::JobEventRow::event).collect();
        let fact = row.fact(happened?)?;
        let clock = derive::job(&mut row, &fact, calendar)?;
        clocks.insert(known.id, clock);
        let is_retold = told.iter().any(|told| told.entry.is_touched());
        if is_retold {
            if before.is_some() {
                run!(tx, "DELETE FROM job_event WHERE job = $1", known.id)?;
            }
            events.extend(history);
        }
        if is_retold || before != Some(&row) {
            rows.push(row);
        }
    }
    put!(tx, db::JobRow, rows);
    db::JobEventRow::insert(tx, &events).await?;
    Ok(clocks)
}

/// The job's row, without what its history makes of it.
fn row(row: &JobRow, sla: String, ids: &AllIds) -> Result<db::JobRow> {
    let known = ids.jobs.known(&row.key)?;
    Ok(db::JobRow {
        id: known.id,
        key: row.key.to_string(),
        workflow: ids.workflows.id(&row.workflow)?,
        title: row.title.clone(),
        brief: row.brief.clone(),
        submitted_at: row.submitted_at,
        submitted_by: ids.contacts.id_of(&row.submitted_by)?,
        sla,
        state: String::new(),
        before_hold: None,
        clock: String::new(),
        due_at: None,
        version: known.version,
    })
}

fn history(
    job: Uuid,
    told: &[Told<'_, JobEventRow>],
    stored: &Stored,
    ids: &AllIds,
) -> Result<Vec<db::JobEventRow>> {
    let row = |(seq, told): (i64, &Told<'_, JobEventRow>)| {
        let event = &told.entry.row;
        let (actor_person, actor_contact) = ids.actor(&event.actor)?;
        Ok(db::JobEventRow {
            job,
            seq,
            at: event.at,
            kind: event.event.name().to_owned(),
            reason: event.reason.clone(),
            actor_person,
            actor_contact,
            actor_user: stored
                .job_events
                .get(told.place)
                .and_then(|row| row.actor_user),
            recorded_at: event.recorded_at.unwrap_or(event.at),
        })
    };
    (1..).zip(told).map(row).collect()
}
