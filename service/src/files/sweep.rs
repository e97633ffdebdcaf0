//! Removing bytes that nobody took.

use super::forget;
use crate::{Error, Result, Service, db::all};
use chrono::TimeDelta;
use futures::TryStreamExt as _;
use std::collections::HashSet;

/// How old bytes must be that nobody took: whoever sends them may still be at it.
const AGE: TimeDelta = TimeDelta::days(1);

/// Removes what the store has and no row names, such as uploads that were never sent off; how many
/// were removed.
///
/// # Errors
/// When the store or the database cannot be read.
pub async fn sweep(service: &Service) -> Result<usize> {
    let before = service.now() - AGE;
    let stored: Vec<_> = service
        .files()
        .list(None)
        .try_collect()
        .await
        .map_err(|error| Error::fault("the file store", error))?;
    let mut tx = service.db().read().await?;
    let known: HashSet<String> = all!(tx, (String,), "SELECT path FROM file")?
        .into_iter()
        .map(|row| row.0)
        .collect();
    drop(tx);
    let mut removed = 0;
    for object in stored {
        let path = object.location.to_string();
        if object.last_modified < before && !known.contains(&path) {
            forget(service, &path).await;
            removed += 1;
        }
    }
    Ok(removed)
}
