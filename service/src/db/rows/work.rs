//! The work: jobs and handoffs with their histories.

use super::table::table;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

table! {
    /// One request of a client.
    JobRow in "job", versioned {
        id: Uuid,
        key: String,
        workflow: Uuid,
        title: String,
        brief: String,
        submitted_at: DateTime<Utc>,
        submitted_by: Option<Uuid>,
        sla: String,
        state: String,
        before_hold: Option<String>,
        /// A `domain::clock::Clock` as JSON.
        clock: String,
        due_at: Option<DateTime<Utc>>,
        version: i64,
    }
}

table! {
    /// A field of a workflow's request form; `seq` counts from 1.
    RequestFieldRow in "request_field" {
        workflow: Uuid,
        seq: i64,
        id: Uuid,
        /// `text` or `file`.
        kind: String,
        words: String,
        needed: bool,
    }
}

table! {
    /// What a client answered to the request form, as it was asked then; a row a file. `seq` counts from 1.
    JobAnswerRow in "job_answer" {
        job: Uuid,
        seq: i64,
        words: String,
        /// Empty for a file.
        body: String,
        file: Option<Uuid>,
    }
}

table! {
    /// One entry of a job's history; `seq` counts from 1 in order of time.
    JobEventRow in "job_event" {
        job: Uuid,
        seq: i64,
        at: DateTime<Utc>,
        kind: String,
        reason: String,
        actor_person: Option<Uuid>,
        actor_contact: Option<Uuid>,
        actor_user: Option<Uuid>,
        recorded_at: DateTime<Utc>,
    }
}

table! {
    /// Work passing from one department to another.
    HandoffRow in "handoff", versioned {
        id: Uuid,
        key: String,
        kind: i64,
        engagement: Uuid,
        job: Option<Uuid>,
        needed_on: Option<NaiveDate>,
        stage: String,
        /// A `domain::clock::Clock` as JSON.
        clock: String,
        due_at: Option<DateTime<Utc>>,
        answered_at: Option<DateTime<Utc>>,
        accepted_at: Option<DateTime<Utc>>,
        returns: i64,
        case_study: bool,
        /// A fractional index.
        position: String,
        /// What opened it was taken back.
        withdrawn: bool,
        /// Nobody needs it any more, since its engagement was ended.
        stopped: bool,
        version: i64,
    }
}

table! {
    /// A required item of a handoff.
    HandoffItemRow in "handoff_item" {
        handoff: Uuid,
        item: String,
        /// `missing`, `filled` or `waived`.
        state: String,
        body: String,
        filled_at: Option<DateTime<Utc>>,
        filled_by: Option<Uuid>,
    }
}

table! {
    /// One entry of a handoff's history; `seq` counts from 1 as they were entered.
    HandoffEventRow in "handoff_event" {
        handoff: Uuid,
        seq: i64,
        at: DateTime<Utc>,
        kind: String,
        /// Item names, separated by `;`.
        waived: String,
        case_study: bool,
        reason: String,
        actor_person: Option<Uuid>,
        actor_contact: Option<Uuid>,
        actor_user: Option<Uuid>,
        recorded_at: DateTime<Utc>,
        /// Why the card went beyond its column's limit; empty where it did not.
        over_limit: String,
    }
}

table! {
    /// How many cards a column of the board takes.
    BoardLimitRow in "board_limit" {
        kind: i64,
        stage: String,
        most: i64,
        hard: bool,
    }
}

table! {
    /// A way of looking at a page, under the name that its owner gave it.
    SavedViewRow in "saved_view", versioned {
        id: Uuid,
        owner: Uuid,
        /// `board`, `list` or `dashboard`.
        page: String,
        name: String,
        /// What its address says after the question mark.
        query: String,
        version: i64,
    }
}

table! {
    /// A question about a job, or an answer.
    MessageRow in "message" {
        id: Uuid,
        job: Uuid,
        at: DateTime<Utc>,
        author: Uuid,
        body: String,
        is_question: bool,
    }
}

table! {
    /// A file of a job or a handoff.
    FileRow in "file" {
        id: Uuid,
        job: Option<Uuid>,
        handoff: Option<Uuid>,
        name: String,
        /// Bytes.
        size: i64,
        path: String,
        uploaded_by: Option<Uuid>,
        at: DateTime<Utc>,
        /// What its bytes are, as a media type; unset until they were looked at.
        found: Option<String>,
        /// The media type that its sender gave.
        said: Option<String>,
        /// The client on whose brand page it stands.
        brand: Option<Uuid>,
        /// When it was taken off that page.
        taken_off_at: Option<DateTime<Utc>>,
    }
}
