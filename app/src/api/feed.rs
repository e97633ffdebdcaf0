//! What concerns the viewer.

#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::feed::Feed;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// How much is unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// The number of the last change that it knows.
    pub seq: i64,
    /// How many items.
    pub count: i64,
}

/// Everything that concerns the viewer, the latest first.
#[server]
pub async fn load_feed() -> Result<Feed, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::feed::feed(&service, &actor).await?)
}

/// How much of it is unread.
#[server]
pub async fn count_unread() -> Result<Unread, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let feed = service::feed::feed(&service, &actor).await?;
    Ok(Unread {
        seq: feed.seq,
        count: i64::try_from(feed.unread()).unwrap_or(i64::MAX),
    })
}

/// Notes that the viewer has read one item.
#[server]
pub async fn read_item(key: String) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::feed::mark_read(&service, &actor, &key).await?)
}

/// Notes that the viewer has read everything.
#[server]
pub async fn read_all() -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::feed::mark_all_read(&service, &actor).await?)
}
