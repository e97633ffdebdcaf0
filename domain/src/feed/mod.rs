//! What concerns somebody: made of the histories of handoffs, of comments and of passed desks, never kept apart.

mod concern;

pub use concern::{
    Carries, Reader, Turned, clock_concerns, concerns, follow_up_concerns, job_clock_concerns,
    may_concern,
};

use crate::{comment::Subject, named, time::Instant};
use serde::{Deserialize, Serialize};

/// How far back a feed goes, in days; clocks that run are in it however long they do.
pub const FEED_DAYS: i64 = 30;

named! {
    /// Why something concerns somebody.
    pub enum FeedKind {
        /// They are mentioned in a comment.
        Mention = "mention",
        /// A handoff was submitted to them.
        Arrived = "arrived",
        /// A handoff of theirs was returned.
        Returned = "returned",
        /// A pod request of theirs was answered.
        Answered = "answered",
        /// A clock of theirs has used 80 % of its time.
        AtRisk = "at_risk",
        /// A clock of theirs has run out.
        Breached = "breached",
        /// Sales' follow-up of an accepted closing report is theirs, and open.
        FollowUp = "follow_up",
        /// Its next step should have been taken.
        FollowUpOverdue = "follow_up_overdue",
        /// Work of somebody else's desk was passed on to them.
        Desk = "desk",
    }
}

/// One thing that concerns somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedItem {
    /// Names it among those of its reader: what happened to what.
    pub key: String,
    /// Why it concerns them.
    pub kind: FeedKind,
    /// When it was entered, or the clock came to it.
    pub at: Instant,
    /// Who did it; unset where it happened by itself.
    pub by: Option<String>,
    /// What it is about, in a few words.
    pub title: String,
    /// Whose work it is.
    pub client: String,
    /// What was said: the comment, the reason, the answer, the note.
    pub said: String,
    /// What it opens; a passed desk opens the reader's own.
    pub opens: Option<Subject>,
    /// Whether its reader has read it, or it was never news to them.
    pub read: bool,
}

impl FeedItem {
    /// Whether it lies before its reader's account was made: the past of the agency is no news to them.
    pub fn is_past(&self, joined_at: Option<Instant>) -> bool {
        joined_at.is_some_and(|joined| self.at < joined)
    }

    /// The page that it opens.
    pub fn path(&self) -> String {
        let path = self
            .opens
            .map_or_else(|| "/engagements".to_owned(), Subject::path);
        match self.kind {
            FeedKind::FollowUp | FeedKind::FollowUpOverdue => format!("{path}/report#follow-up"),
            _ => path,
        }
    }
}

/// Everything that concerns somebody, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// The number of the last change that it knows.
    pub seq: i64,
    /// The items.
    pub items: Vec<FeedItem>,
}

impl Feed {
    /// One of its items is read from now on.
    pub fn read(&mut self, key: &str) {
        for item in self.items.iter_mut().filter(|item| item.key == key) {
            item.read = true;
        }
    }

    /// How many are not read yet.
    pub fn unread(&self) -> usize {
        self.items.iter().filter(|item| !item.read).count()
    }
}
