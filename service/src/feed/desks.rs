//! Work that was passed on to somebody.

use super::MOST;
use crate::{
    Error, Result,
    db::{Tx, all, rows::ChangeRow},
};
use domain::{
    desk::Passed,
    feed::{FeedItem, FeedKind, Reader},
    time::Instant,
};

pub(super) async fn items(tx: &mut Tx, reader: &Reader, since: Instant) -> Result<Vec<FeedItem>> {
    let Some(person) = reader.person else {
        return Ok(Vec::new());
    };
    let sql = "SELECT * FROM change WHERE entity = 'desk' AND entity_id = $1 AND at >= $2
               ORDER BY seq DESC LIMIT $3";
    let rows = all!(tx, ChangeRow, sql, person.to_string(), since, MOST)?;
    rows.into_iter().map(item).collect()
}

fn item(row: ChangeRow) -> Result<FeedItem> {
    let passed: Passed = serde_json::from_str(&row.body)
        .map_err(|error| Error::fault("a stored change of a desk", error))?;
    Ok(FeedItem {
        key: format!("desk:{}", row.seq),
        kind: FeedKind::Desk,
        at: row.at,
        by: Some(row.actor_name),
        title: format!("{} of {}", passed.counted(), passed.from.name),
        client: String::new(),
        said: passed.note,
        opens: None,
        read: false,
    })
}
