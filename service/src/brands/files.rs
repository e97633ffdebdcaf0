//! The files of a brand page.

use super::{page::name_of, write::touch};
use crate::{
    Error, Result, Service,
    db::{Tx, optional, run},
};
use domain::{
    ids::*,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// Whether the actor may add files to a client's brand page.
pub(crate) async fn may_add(tx: &mut Tx, actor: &Actor, client: ClientId) -> Result<()> {
    may(actor, Action::WriteBrand)?;
    name_of(tx, actor, client).await.map(drop)
}

/// The page has new files.
pub(crate) async fn added(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    client: ClientId,
) -> Result<()> {
    touch(service, tx, actor, client, "added files to").await
}

/// Takes a file off its brand page; whatever copied the page keeps it.
///
/// # Errors
/// When the role may not, or there is no such file on a brand page.
pub async fn take_off(service: &Service, actor: &Actor, file: FileId) -> Result<ClientId> {
    may(actor, Action::WriteBrand)?;
    let mut tx = service.db().write().await?;
    let sql = "SELECT brand FROM file WHERE id = $1 AND brand IS NOT NULL AND taken_off_at IS NULL";
    let found = optional!(&mut tx, (Uuid,), sql, file.0)?;
    let (client,) = found.ok_or(Error::NotFound("file"))?;
    let client = ClientId(client);
    name_of(&mut tx, actor, client)
        .await
        .map_err(|_| Error::NotFound("file"))?;
    let sql = "UPDATE file SET taken_off_at = $1 WHERE id = $2";
    run!(&mut tx, sql, service.now(), file.0)?;
    touch(service, &mut tx, actor, client, "took a file off").await?;
    service.commit(tx).await?;
    Ok(client)
}
