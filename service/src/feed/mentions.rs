//! Comments that mention somebody.

use super::MOST;
use crate::{
    Result, comments,
    db::{Tx, all},
};
use chrono::{DateTime, Utc};
use domain::{
    feed::{FeedItem, FeedKind},
    policy::Actor,
    time::Instant,
};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    handoff: Option<Uuid>,
    job: Option<Uuid>,
    engagement: Option<Uuid>,
    at: DateTime<Utc>,
    body: String,
    author_name: String,
    title: String,
    client_name: String,
}

pub(super) async fn items(tx: &mut Tx, actor: &Actor, since: Instant) -> Result<Vec<FeedItem>> {
    let Some(user) = actor.user else {
        return Ok(Vec::new());
    };
    let sql = "SELECT c.id, c.handoff, c.job, c.engagement, c.at, c.body, u.name AS author_name,
                      COALESCE(j.title, e.name) AS title, k.name AS client_name
               FROM comment_mention m JOIN comment c ON c.id = m.comment JOIN user_account u ON u.id = c.author
               LEFT JOIN handoff h ON h.id = c.handoff LEFT JOIN job j ON j.id = COALESCE(c.job, h.job)
               LEFT JOIN workflow w ON w.id = j.workflow
               JOIN engagement e ON e.id = COALESCE(c.engagement, h.engagement, w.engagement)
               JOIN client k ON k.id = e.client
               WHERE m.user_id = $1 AND c.author <> $1 AND c.deleted_at IS NULL AND c.at >= $2
               ORDER BY c.at DESC LIMIT $3";
    let rows = all!(tx, Row, sql, user.0, since, MOST)?;
    rows.into_iter().map(item).collect()
}

fn item(row: Row) -> Result<FeedItem> {
    Ok(FeedItem {
        key: format!("comment:{}", row.id),
        kind: FeedKind::Mention,
        at: row.at,
        by: Some(row.author_name),
        title: row.title,
        client: row.client_name,
        said: row.body,
        opens: Some(comments::about(row.handoff, row.job, row.engagement)?),
        read: false,
    })
}
