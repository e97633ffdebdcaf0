//! What the agency's people say to each other about a handoff, a job or an engagement. Clients never see it.

mod mention;
mod refused;
mod subject;

pub use mention::{
    Mentionable, Piece, asked_for, check_mention, completed, mentions, offered, pieces,
};
pub use refused::{CannotMention, RefusedComment, check_author};
pub use subject::{NotASubject, Subject};

use crate::{engagement::Named, ids::*, time::Instant};
use serde::{Deserialize, Serialize};

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Its identity.
    pub id: CommentId,
    /// Counts its changes; a command names the version it saw.
    pub version: i64,
    /// What it is about.
    pub about: Subject,
    /// Who wrote it.
    pub by: Named<UserId>,
    /// When it was written.
    pub at: Instant,
    /// When its author last changed it.
    pub edited_at: Option<Instant>,
    /// When its author deleted it; its text is gone then.
    pub deleted_at: Option<Instant>,
    /// What it says.
    pub body: String,
    /// Who is mentioned, by the names that stand behind an `@` in the text.
    pub mentioned: Vec<Named<UserId>>,
}

impl Comment {
    /// The text in pieces, mentions apart.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let names: Vec<&str> = self.mentioned.iter().map(|who| who.name.as_str()).collect();
        pieces(&self.body, &names)
    }
}

/// The comments on one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thread {
    /// The number of the last change that it knows.
    pub seq: i64,
    /// Who looks: their own comments they may change.
    pub me: Option<UserId>,
    /// The latest last; deleted ones without their text.
    pub comments: Vec<Comment>,
}

/// Changing one's own comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditComment {
    /// Which.
    pub id: CommentId,
    /// The version that its author saw.
    pub version: i64,
    /// What it says from now on.
    pub text: String,
}
