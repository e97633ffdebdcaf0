//! Looking at the bytes of files that were taken in before Baton did so.

use super::{
    find::read,
    recognise::{HEAD, recognise},
};
use crate::{
    Result, Service,
    db::{all, run},
};
use futures::TryStreamExt as _;
use uuid::Uuid;

/// How many files are looked at before the next are asked for.
const BATCH: i64 = 100;

/// Finds out what stored files are of which that is not known; how many there were. One that the store does not have
/// stays unknown.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn look_at_old(service: &Service) -> Result<usize> {
    let (mut last, mut looked) = (Uuid::nil(), 0);
    loop {
        let mut tx = service.db().read().await?;
        let sql = "SELECT id, path FROM file WHERE found IS NULL AND id > $1 ORDER BY id LIMIT $2";
        let files = all!(tx, (Uuid, String), sql, last, BATCH)?;
        drop(tx);
        let Some((newest, _)) = files.last() else {
            return Ok(looked);
        };
        last = *newest;
        for (id, path) in files {
            match look(service, &path).await {
                Ok(found) => {
                    note(service, id, found).await?;
                    looked += 1;
                }
                Err(error) => tracing::warn!(%error, path, "a stored file could not be looked at"),
            }
        }
    }
}

async fn note(service: &Service, id: Uuid, found: &str) -> Result<()> {
    let mut tx = service.db().write().await?;
    run!(tx, "UPDATE file SET found = $1 WHERE id = $2", found, id)?;
    service.commit(tx).await
}

/// What the bytes at `path` are.
pub(super) async fn look(service: &Service, path: &str) -> Result<&'static str> {
    let mut bytes = Box::pin(read(service, path, None).await?);
    let mut head = Vec::new();
    while head.len() < HEAD {
        match bytes.try_next().await? {
            Some(some) => head.extend_from_slice(&some),
            None => break,
        }
    }
    Ok(recognise(&head))
}
