//! Changing and deleting one's own comment.

use super::{
    subject::open,
    thread::{present, row},
    write::{announce, checked, mention},
};
use crate::{
    Error, Result, Service,
    db::{Tx, rows::CommentRow},
};
use domain::{
    comment::{Comment, EditComment, check_author},
    ids::CommentId,
    policy::{Action, Actor, may},
};

/// Changes the text of a comment.
///
/// # Errors
/// When the actor is not its author, it was deleted, nothing is said or somebody is mentioned who may not see it; a
/// conflict where it was changed since they saw it.
pub async fn edit(service: &Service, actor: &Actor, command: EditComment) -> Result<Comment> {
    let mut tx = service.db().write().await?;
    let (known, mut row) = own(&mut tx, actor, command.id, command.version).await?;
    row.body = checked(&command.text)?.into();
    row.edited_at = Some(service.now());
    row.save(&mut tx).await?;
    mention(&mut tx, &row, known.about).await?;
    let comment = announce(service, &mut tx, actor, known.id, "changed a comment on").await?;
    service.commit(tx).await?;
    Ok(comment)
}

/// Deletes a comment: its place stays, saying so; what it said stays in the change log alone.
///
/// # Errors
/// When the actor is not its author, or it was deleted already; a conflict where it was changed since they saw it.
pub async fn delete(
    service: &Service,
    actor: &Actor,
    id: CommentId,
    version: i64,
) -> Result<Comment> {
    let mut tx = service.db().write().await?;
    let (known, mut row) = own(&mut tx, actor, id, version).await?;
    row.body = String::new();
    row.deleted_at = Some(service.now());
    row.save(&mut tx).await?;
    mention(&mut tx, &row, known.about).await?;
    let comment = announce(service, &mut tx, actor, id, "deleted a comment on").await?;
    service.commit(tx).await?;
    Ok(comment)
}

/// A comment that is the actor's, at the version that they saw.
async fn own(
    tx: &mut Tx,
    actor: &Actor,
    id: CommentId,
    version: i64,
) -> Result<(Comment, CommentRow)> {
    may(actor, Action::Comment)?;
    let row = row(tx, id).await?;
    let known = present(tx, id).await?;
    open(tx, actor, known.about).await?;
    check_author(&known, actor.user).map_err(Error::refused)?;
    if row.version != version {
        return Err(Error::Conflict {
            sentence: "You changed this comment elsewhere in the meantime. Look at it as it is and go on from there."
                .to_owned(),
            now: serde_json::to_value(&known).map_err(|error| Error::fault("writing JSON", error))?,
        });
    }
    Ok((known, row))
}
