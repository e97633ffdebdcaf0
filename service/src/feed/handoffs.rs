//! Handoffs that came to somebody, came back to them, or were answered.

use super::people::{CarriedBy, Makers};
use crate::{
    Error, Result,
    db::{
        Tx, all,
        rows::{TAKES_BACK, meaning::read},
    },
};
use chrono::{DateTime, Utc};
use domain::{
    comment::Subject,
    feed::{FeedItem, Reader, Turned, concerns},
    handoff::{HandoffEventKind, HandoffKind, undo::standing},
    ids::*,
    time::Instant,
};
use uuid::Uuid;

/// How many of the latest events are looked at.
const LOOKED_AT: i64 = 4_000;

#[derive(Clone, sqlx::FromRow)]
struct Row {
    handoff: Uuid,
    seq: i64,
    event: String,
    reason: String,
    recorded_at: DateTime<Utc>,
    actor_user: Option<Uuid>,
    actor_person: Option<Uuid>,
    by_name: Option<String>,
    sent_by: Option<Uuid>,
    kind: i64,
    title: String,
    client_name: String,
    #[sqlx(flatten)]
    carried: CarriedBy,
}

pub(super) async fn items(
    tx: &mut Tx,
    reader: &Reader,
    makers: &Makers,
    since: Instant,
) -> Result<Vec<FeedItem>> {
    let sql = "SELECT v.handoff, v.seq, v.kind AS event, v.reason, v.recorded_at, v.actor_user, v.actor_person,
                      COALESCE(p.name, u.name) AS by_name,
                      (SELECT s.actor_user FROM handoff_event s WHERE s.handoff = v.handoff AND s.kind = 'submitted'
                       AND s.seq < v.seq ORDER BY s.seq DESC LIMIT 1) AS sent_by,
                      h.kind, COALESCE(j.title, e.name) AS title, c.name AS client_name,
                      e.account_manager, e.producer, e.backup, e.pod
               FROM handoff_event v JOIN handoff h ON h.id = v.handoff JOIN engagement e ON e.id = h.engagement
               JOIN client c ON c.id = e.client LEFT JOIN job j ON j.id = h.job
               LEFT JOIN person p ON p.id = v.actor_person LEFT JOIN user_account u ON u.id = v.actor_user
               WHERE v.recorded_at >= $1 AND NOT h.withdrawn ORDER BY v.recorded_at DESC LIMIT $2";
    let mut items = Vec::new();
    for row in standing_rows(all!(tx, Row, sql, since, LOOKED_AT)?) {
        items.extend(item(row, reader, makers)?);
    }
    Ok(items)
}

/// What was taken back concerns nobody.
fn standing_rows(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| (row.handoff, row.seq));
    let of_one = rows.chunk_by(|one, other| one.handoff == other.handoff);
    let standing = of_one.flat_map(|lines| standing(lines, |line| line.event == TAKES_BACK));
    standing.cloned().collect()
}

fn item(row: Row, reader: &Reader, makers: &Makers) -> Result<Option<FeedItem>> {
    let event: HandoffEventKind = read("handoff_event.kind", &row.event)?;
    let turned = Turned {
        kind: kind(row.kind)?,
        event,
        by_user: row.actor_user.map(UserId),
        by_person: row.actor_person.map(PersonId),
        sent_by: row.sent_by.map(UserId),
    };
    let concern = concerns(reader, &row.carried.carries(makers), &turned);
    Ok(concern.map(|concern| FeedItem {
        key: format!("handoff:{}:{}", row.handoff, row.seq),
        kind: concern,
        at: row.recorded_at,
        by: row.by_name,
        title: row.title,
        client: row.client_name,
        said: row.reason,
        opens: Some(Subject::Handoff(HandoffId(row.handoff))),
        // What no account of ours entered came with an import: it is told, but it is no news.
        read: row.actor_user.is_none(),
    }))
}

/// The kind of a handoff by its stored number.
pub(super) fn kind(number: i64) -> Result<HandoffKind> {
    let number = u8::try_from(number).unwrap_or_default();
    HandoffKind::try_from(number).map_err(|error| Error::fault("handoff.kind", error))
}
