//! Clocks of somebody's handoffs that are at risk or have run out.

use super::{
    handoffs::kind,
    people::{CarriedBy, Makers},
};
use crate::{
    Result,
    db::{
        Tx, all,
        rows::meaning::{clock, read},
    },
};
use domain::{
    comment::Subject,
    feed::{FeedItem, Reader, clock_concerns},
    handoff::Stage,
    ids::HandoffId,
    time::Instant,
};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: i64,
    stage: String,
    clock: String,
    title: String,
    client_name: String,
    #[sqlx(flatten)]
    carried: CarriedBy,
}

pub(super) async fn items(
    tx: &mut Tx,
    reader: &Reader,
    makers: &Makers,
    now: Instant,
) -> Result<Vec<FeedItem>> {
    let sql = "SELECT h.id, h.kind, h.stage, h.clock, COALESCE(j.title, e.name) AS title, c.name AS client_name,
                      e.account_manager, e.producer, e.backup, e.pod
               FROM handoff h JOIN engagement e ON e.id = h.engagement JOIN client c ON c.id = e.client
               LEFT JOIN job j ON j.id = h.job
               WHERE h.stage <> 'accepted' AND NOT h.withdrawn AND NOT h.stopped AND h.due_at IS NOT NULL
               AND (j.id IS NULL OR j.state NOT IN ('declined', 'cancelled'))";
    let mut items = Vec::new();
    for row in all!(tx, Row, sql)? {
        items.extend(item(row, reader, makers, now)?);
    }
    Ok(items)
}

fn item(row: Row, reader: &Reader, makers: &Makers, now: Instant) -> Result<Option<FeedItem>> {
    let stage: Stage = read("handoff.stage", &row.stage)?;
    let (kind, carries) = (kind(row.kind)?, row.carried.carries(makers));
    let concern = clock_concerns(reader, &carries, (kind, stage), &clock(&row.clock)?, now);
    Ok(concern.map(|(concern, at)| FeedItem {
        // A due time that moves is news again.
        key: format!("clock:{}:{concern}:{}", row.id, at.timestamp()),
        kind: concern,
        at,
        by: None,
        title: row.title,
        client: row.client_name,
        said: String::new(),
        opens: Some(Subject::Handoff(HandoffId(row.id))),
        read: false,
    }))
}
