//! What the agency's people say to each other, and what they have read.

use super::table::table;
use chrono::{DateTime, Utc};
use uuid::Uuid;

table! {
    /// A comment on a handoff, a job or an engagement: one of the three is set.
    CommentRow in "comment", versioned {
        id: Uuid,
        handoff: Option<Uuid>,
        job: Option<Uuid>,
        engagement: Option<Uuid>,
        at: DateTime<Utc>,
        author: Uuid,
        /// Empty once it is deleted.
        body: String,
        edited_at: Option<DateTime<Utc>>,
        deleted_at: Option<DateTime<Utc>>,
        version: i64,
    }
}

table! {
    /// Somebody is mentioned in a comment.
    CommentMentionRow in "comment_mention" { comment: Uuid, user_id: Uuid }
}

table! {
    /// Somebody has read an item of their feed.
    FeedReadRow in "feed_read" {
        user_id: Uuid,
        /// The item's key.
        item: String,
        at: DateTime<Utc>,
    }
}
