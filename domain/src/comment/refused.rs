//! Why somebody cannot be mentioned, and why a comment cannot be changed.

use super::Comment;
use crate::ids::UserId;

/// Why somebody cannot be mentioned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotMention {
    /// Comments are the agency's own.
    #[error(
        "{0} is a client's contact, and comments stay inside the agency: take the @ away, or write to the client in a message on the job."
    )]
    Client(String),
    /// Nobody would read it.
    #[error(
        "{0} has no account to sign in with and would not hear of it: mention somebody else, or take the @ away."
    )]
    Away(String),
    /// The record is closed to them.
    #[error("{0} may not open this {1}, so mention somebody who may, or take the @ away.")]
    Closed(String, &'static str),
}

/// Why a comment cannot be changed or deleted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedComment {
    /// It is somebody else's.
    #[error("Only {0}, who wrote this comment, can change or delete it.")]
    NotYours(String),
    /// It is gone.
    #[error("This comment was deleted and cannot be changed any more.")]
    Deleted,
}

/// Whether the account `who` may change or delete `comment`.
///
/// # Errors
/// When it is somebody else's, or deleted.
pub fn check_author(comment: &Comment, who: Option<UserId>) -> Result<(), RefusedComment> {
    if who != Some(comment.by.id) {
        Err(RefusedComment::NotYours(comment.by.name.clone()))
    } else if comment.deleted_at.is_some() {
        Err(RefusedComment::Deleted)
    } else {
        Ok(())
    }
}
