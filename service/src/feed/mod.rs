//! What concerns somebody, put together from the histories that there are when it is asked for.

mod clocks;
mod desks;
mod follow_ups;
mod handoffs;
mod job_clocks;
mod mentions;
mod people;
mod read;

pub use read::{mark_all_read, mark_read};

use crate::{
    Result, Service,
    db::{Tx, all, optional},
    live,
};
use chrono::TimeDelta;
use domain::{
    comment::Subject,
    feed::{FEED_DAYS, Feed, Reader},
    policy::{Action, Actor, may},
    time::Instant,
};
use std::collections::HashSet;

/// Items of one source at most.
const MOST: i64 = 200;

/// Everything that concerns the actor, the latest first.
///
/// # Errors
/// When the actor has no feed: clients hear through the portal.
pub async fn feed(service: &Service, actor: &Actor) -> Result<Feed> {
    may(actor, Action::SeeFeed)?;
    let mut tx = service.db().read().await?;
    in_tx(service, &mut tx, actor).await
}

/// How many items the actor has not read yet.
///
/// # Errors
/// When the actor has no feed.
pub async fn unread(service: &Service, actor: &Actor) -> Result<i64> {
    let feed = feed(service, actor).await?;
    Ok(i64::try_from(feed.unread()).unwrap_or(i64::MAX))
}

async fn in_tx(service: &Service, tx: &mut Tx, actor: &Actor) -> Result<Feed> {
    let (now, zone) = (service.now(), service.calendar(tx).await?.zone);
    let reader = Reader {
        user: actor.user,
        person: actor.person,
        role: actor.role,
    };
    let since = now - TimeDelta::days(FEED_DAYS);
    let makers = people::makers(tx).await?;
    let mut items = mentions::items(tx, actor, since).await?;
    items.extend(handoffs::items(tx, &reader, &makers, since).await?);
    items.extend(clocks::items(tx, &reader, &makers, now).await?);
    items.extend(job_clocks::items(tx, &reader, &makers, now).await?);
    items.extend(follow_ups::items(tx, &reader, &zone, now).await?);
    items.extend(desks::items(tx, &reader, since).await?);
    items.retain(|item| may_open(actor, item.opens));
    let known = already_read(tx, actor).await?;
    let joined = joined_at(tx, actor).await?;
    for item in &mut items {
        item.read |= known.contains(&item.key) || item.is_past(joined);
    }
    items.sort_by(|one, other| (other.at, &other.key).cmp(&(one.at, &one.key)));
    Ok(Feed {
        seq: live::latest(tx).await?,
        items,
    })
}

/// Nothing is told of what one may not open.
fn may_open(actor: &Actor, opens: Option<Subject>) -> bool {
    opens.is_none_or(|subject| may(actor, subject.action()).is_ok())
}

/// When the actor's account was made; unset for what is no account.
async fn joined_at(tx: &mut Tx, actor: &Actor) -> Result<Option<Instant>> {
    let sql = "SELECT created_at FROM user_account WHERE id = $1";
    let user = actor.user.map(|user| user.0);
    Ok(optional!(tx, (Instant,), sql, user)?.map(|(at,)| at))
}

async fn already_read(tx: &mut Tx, actor: &Actor) -> Result<HashSet<String>> {
    let Some(user) = actor.user else {
        return Ok(HashSet::new());
    };
    let sql = "SELECT item FROM feed_read WHERE user_id = $1";
    let rows = all!(tx, (String,), sql, user.0)?;
    Ok(rows.into_iter().map(|(item,)| item).collect())
}
