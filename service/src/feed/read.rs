//! What somebody has read. It is theirs alone and changes nothing of the work, so the change log does not tell of it.

use super::{feed, in_tx};
use crate::{
    Error, Result, Service,
    db::{Tx, rows::FeedReadRow, run},
};
use domain::{
    feed::Feed,
    policy::{Action, Actor, may},
};

/// Notes that the actor has read one item of their feed.
///
/// # Errors
/// When the actor has no feed, or no such item in it.
pub async fn mark_read(service: &Service, actor: &Actor, key: &str) -> Result<()> {
    let known = feed(service, actor).await?.items;
    if !known.iter().any(|item| item.key == key) {
        return Err(Error::NotFound("item in your feed"));
    }
    let mut tx = service.db().write_apart().await?;
    note(service, &mut tx, actor, [key.to_owned()]).await?;
    service.commit(tx).await
}

/// Notes that the actor has read all of their feed.
///
/// # Errors
/// When the actor has no feed.
pub async fn mark_all_read(service: &Service, actor: &Actor) -> Result<()> {
    may(actor, Action::SeeFeed)?;
    let mut tx = service.db().write_apart().await?;
    let Feed { items, .. } = in_tx(service, &mut tx, actor).await?;
    let unread = items.into_iter().filter(|item| !item.read);
    note(service, &mut tx, actor, unread.map(|item| item.key)).await?;
    service.commit(tx).await
}

async fn note(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    keys: impl IntoIterator<Item = String>,
) -> Result<()> {
    let Some(user) = actor.user else {
        return Ok(());
    };
    let sql = "DELETE FROM feed_read WHERE user_id = $1 AND item = $2";
    let mut rows = Vec::new();
    for item in keys {
        run!(tx, sql, user.0, &item)?;
        rows.push(FeedReadRow {
            user_id: user.0,
            item,
            at: service.now(),
        });
    }
    if rows.is_empty() {
        return Ok(());
    }
    FeedReadRow::insert(tx, &rows).await
}
