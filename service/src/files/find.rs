//! Reading files.

use super::look::look;
use crate::{
    Error, Result, Service,
    db::{Tx, optional, rows::FileRow},
    handoffs, jobs, quality,
};
use bytes::Bytes;
use domain::{
    ids::*,
    people::AccessRole,
    policy::{Action, Actor, may},
};
use futures::{Stream, StreamExt as _};
use object_store::{GetOptions, GetRange, path::Path};
use std::ops::Range;

/// A file of a job, a handoff or a brand page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// Its identity.
    pub id: FileId,
    /// The name that the sender gave it.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Where the store has it.
    pub path: String,
    /// What its bytes are, as a media type.
    pub found: String,
}

/// The file with this id, for those who may see what it belongs to.
///
/// # Errors
/// The same for a file that there is not and one that is not the actor's to see.
pub async fn find(service: &Service, actor: &Actor, id: FileId) -> Result<StoredFile> {
    let missing = Error::NotFound("file");
    let mut tx = service.db().read().await?;
    let row = optional!(tx, FileRow, "SELECT * FROM file WHERE id = $1", id.0)?;
    let row = row.ok_or_else(|| missing.clone())?;
    if !is_visible(&mut tx, actor, &row).await? {
        return Err(missing);
    }
    drop(tx);
    let found = match row.found {
        Some(found) => found,
        None => look(service, &row.path).await?.to_owned(),
    };
    Ok(StoredFile {
        id,
        name: row.name,
        size: u64::try_from(row.size).unwrap_or_default(),
        path: row.path,
        found,
    })
}

async fn is_visible(tx: &mut Tx, actor: &Actor, row: &FileRow) -> Result<bool> {
    // Of what the agency makes, clients see what was delivered.
    if actor.role == AccessRole::Client && row.handoff.is_some() {
        return quality::is_delivered(tx, actor, row.id).await;
    }
    let seen = match (row.job, row.handoff, row.brand) {
        (Some(job), ..) => jobs::Work::load(tx, actor, JobId(job)).await.map(drop),
        (_, Some(handoff), _) => handoffs::Work::load(tx, actor, HandoffId(handoff))
            .await
            .map(drop),
        (.., Some(_)) => may(actor, Action::SeeBrand).map_err(Error::from),
        (None, None, None) => Err(Error::NotFound("file")),
    };
    match seen {
        Ok(()) => Ok(true),
        Err(Error::NotFound(_) | Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The bytes at `path`, or some of them, as they come from the store.
///
/// # Errors
/// When the store does not have it.
pub async fn read(
    service: &Service,
    path: &str,
    part: Option<Range<u64>>,
) -> Result<impl Stream<Item = Result<Bytes>> + Send + 'static> {
    let options = GetOptions {
        range: part.map(GetRange::Bounded),
        ..GetOptions::default()
    };
    let found = service.files().get_opts(&Path::from(path), options).await;
    let found = found.map_err(|error| Error::fault("the file store", error))?;
    Ok(found
        .into_stream()
        .map(|bytes| bytes.map_err(|error| Error::fault("the file store", error))))
}
