//! What the agency's people say to each other.
//!
//! What changes something takes plain fields, so that a form posts it without scripts as well.

#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::{
    comment::{Mentionable, Subject, Thread},
    ids::CommentId,
};
use leptos::prelude::*;

/// The comments on something.
#[server]
pub async fn load_comments(about: Subject) -> Result<Thread, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::comments::thread(&service, &actor, about).await?)
}

/// Who can be mentioned in a comment on something.
#[server]
pub async fn load_mentionable(about: Subject) -> Result<Vec<Mentionable>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::comments::mentionable(&service, &actor, about).await?)
}

/// Comments on something; an `@` before a full name mentions somebody.
#[server]
pub async fn write_comment(
    about: Subject,
    #[server(default)] text: String,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    service::comments::write(&service, &actor, about, &text).await?;
    Ok(())
}

/// Changes what one's own comment says.
#[server]
pub async fn edit_comment(
    id: CommentId,
    version: i64,
    #[server(default)] text: String,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::comment::EditComment { id, version, text };
    service::comments::edit(&service, &actor, command).await?;
    Ok(())
}

/// Deletes one's own comment.
#[server]
pub async fn delete_comment(id: CommentId, version: i64) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    service::comments::delete(&service, &actor, id, version).await?;
    Ok(())
}
