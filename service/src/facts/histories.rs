//! Histories, read for all at once: of what was taken back, nothing stands in them.

use crate::{
    Result,
    db::{
        Tx, all,
        rows::{HandoffEventRow, JobEventRow, standing},
    },
};
use domain::{handoff::HandoffEvent, job::JobEvent};
use std::collections::HashMap;
use uuid::Uuid;

/// The histories of all jobs, each in order of time.
pub(super) async fn of_jobs(tx: &mut Tx) -> Result<HashMap<Uuid, Vec<JobEvent>>> {
    let rows = all!(tx, JobEventRow, "SELECT * FROM job_event ORDER BY job, seq")?;
    let mut histories: HashMap<Uuid, Vec<JobEvent>> = HashMap::new();
    for row in standing(rows) {
        histories.entry(row.job).or_default().push(row.event()?);
    }
    Ok(histories)
}

/// The histories of all handoffs, each in order of time.
pub(super) async fn of_handoffs(tx: &mut Tx) -> Result<HashMap<Uuid, Vec<HandoffEvent>>> {
    let rows = all!(
        tx,
        HandoffEventRow,
        "SELECT * FROM handoff_event ORDER BY handoff, seq"
    )?;
    let mut histories: HashMap<Uuid, Vec<HandoffEvent>> = HashMap::new();
    for row in standing(rows) {
        histories.entry(row.handoff).or_default().push(row.event()?);
    }
    Ok(histories)
}

/// The history of one job, in order of time.
///
/// # Errors
/// When the database cannot be read.
pub async fn job_events(tx: &mut Tx, job: Uuid) -> Result<Vec<JobEvent>> {
    let rows = all!(
        tx,
        JobEventRow,
        "SELECT * FROM job_event WHERE job = $1 ORDER BY seq",
        job
    )?;
    standing(rows).iter().map(JobEventRow::event).collect()
}

/// The history of one handoff, in order of time.
///
/// # Errors
/// When the database cannot be read.
pub async fn handoff_events(tx: &mut Tx, handoff: Uuid) -> Result<Vec<HandoffEvent>> {
    let sql = "SELECT * FROM handoff_event WHERE handoff = $1 ORDER BY seq";
    let rows = all!(tx, HandoffEventRow, sql, handoff)?;
    standing(rows).iter().map(HandoffEventRow::event).collect()
}
