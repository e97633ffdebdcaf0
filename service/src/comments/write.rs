//! Writing a comment.

use super::{
    people::mentioned_in,
    subject::open,
    thread::{columns, present},
};
use crate::{
    Error, Result, Service,
    db::{
        Tx,
        rows::{CommentMentionRow, CommentRow},
        run,
    },
    live::{self, Change},
};
use domain::{
    comment::{Comment, Subject},
    ids::CommentId,
    policy::Actor,
    text::CommentText,
};

/// Writes a comment; whoever is mentioned in it hears of it.
///
/// # Errors
/// When comments are not the actor's to write, there is no such thing, nothing is said, or somebody is mentioned who
/// may not see it.
pub async fn write(
    service: &Service,
    actor: &Actor,
    about: Subject,
    text: &str,
) -> Result<Comment> {
    let mut tx = service.db().write().await?;
    open(&mut tx, actor, about).await?;
    let body = checked(text)?;
    let author = actor
        .user
        .ok_or_else(|| Error::refused("Only somebody who is signed in can write comments."))?;
    let [handoff, job, engagement] = columns(about);
    let row = CommentRow {
        id: service.id(),
        handoff,
        job,
        engagement,
        at: service.now(),
        author: author.0,
        body: body.into(),
        edited_at: None,
        deleted_at: None,
        version: 1,
    };
    CommentRow::insert(&mut tx, std::slice::from_ref(&row)).await?;
    mention(&mut tx, &row, about).await?;
    let comment = announce(service, &mut tx, actor, CommentId(row.id), "commented on").await?;
    service.commit(tx).await?;
    Ok(comment)
}

pub(super) fn checked(text: &str) -> Result<CommentText> {
    text.parse().map_err(|bad| Error::invalid("text", bad))
}

/// Keeps whom the comment mentions now, and nobody else.
pub(super) async fn mention(tx: &mut Tx, row: &CommentRow, about: Subject) -> Result<()> {
    run!(tx, "DELETE FROM comment_mention WHERE comment = $1", row.id)?;
    let mentioned = mentioned_in(tx, about, &row.body).await?;
    let rows: Vec<_> = mentioned
        .iter()
        .map(|who| CommentMentionRow {
            comment: row.id,
            user_id: who.id.0,
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    CommentMentionRow::insert(tx, &rows).await
}

/// Tells the agency, and it alone, of a comment as it is now.
pub(super) async fn announce(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    id: CommentId,
    action: &'static str,
) -> Result<Comment> {
    let comment = present(tx, id).await?;
    let change = Change {
        client: None,
        entity: "comment",
        id: id.to_string(),
        version: comment.version,
        action,
        body: &comment,
    };
    live::append(tx, actor, service.now(), change).await?;
    Ok(comment)
}
