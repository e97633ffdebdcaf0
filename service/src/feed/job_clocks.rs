//! Clocks of jobs that are at risk or have run out.

use super::people::{CarriedBy, Makers};
use crate::{
    Result,
    db::{
        Tx, all,
        rows::meaning::{clock, read},
    },
};
use domain::{
    comment::Subject,
    feed::{FeedItem, Reader, job_clock_concerns},
    ids::JobId,
    job::JobState,
    time::Instant,
};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    state: String,
    clock: String,
    title: String,
    client_name: String,
    #[sqlx(flatten)]
    carried: CarriedBy,
}

/// Those of jobs whose handoff is not with Production: there the handoff's own clock, which is the same, says it.
pub(super) async fn items(
    tx: &mut Tx,
    reader: &Reader,
    makers: &Makers,
    now: Instant,
) -> Result<Vec<FeedItem>> {
    let sql = "SELECT j.id, j.state, j.clock, j.title, c.name AS client_name,
                      e.account_manager, e.producer, e.backup, e.pod
               FROM job j JOIN workflow w ON w.id = j.workflow JOIN engagement e ON e.id = w.engagement
               JOIN client c ON c.id = e.client
               WHERE j.due_at IS NOT NULL AND j.state NOT IN ('approved', 'declined', 'cancelled')
               AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.job = j.id AND NOT h.withdrawn
                               AND h.stage IN ('submitted', 'in_review'))";
    let mut items = Vec::new();
    for row in all!(tx, Row, sql)? {
        items.extend(item(row, reader, makers, now)?);
    }
    Ok(items)
}

fn item(row: Row, reader: &Reader, makers: &Makers, now: Instant) -> Result<Option<FeedItem>> {
    let state: JobState = read("job.state", &row.state)?;
    let carries = row.carried.carries(makers);
    let concern = job_clock_concerns(reader, &carries, state, &clock(&row.clock)?, now);
    Ok(concern.map(|(concern, at)| FeedItem {
        key: format!("job-clock:{}:{concern}:{}", row.id, at.timestamp()),
        kind: concern,
        at,
        by: None,
        title: row.title,
        client: row.client_name,
        said: String::new(),
        opens: Some(Subject::Job(JobId(row.id))),
        read: false,
    }))
}
