//! Checklists, versions of deliverables, and QC's verdicts.

use super::table::table;
use chrono::{DateTime, Utc};
use uuid::Uuid;

table! {
    /// A line of a workflow's checklist; `seq` counts from 1.
    QcLineRow in "qc_line" {
        workflow: Uuid,
        seq: i64,
        id: Uuid,
        words: String,
    }
}

table! {
    /// A version of a job's deliverable.
    DeliverableVersionRow in "deliverable_version" {
        id: Uuid,
        handoff: Uuid,
        /// From 1 in each job.
        number: i64,
        maker: Option<Uuid>,
        made_by: Option<Uuid>,
        made_at: DateTime<Utc>,
        link: String,
        note: String,
        /// A `Vec<domain::quality::Checked>` as JSON.
        checks: String,
        submitted_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// A file of a version.
    DeliverableFileRow in "deliverable_file" {
        file: Uuid,
        version: Uuid,
    }
}

table! {
    /// QC's verdict on a version.
    QcVerdictRow in "qc_verdict" {
        id: Uuid,
        version: Uuid,
        at: DateTime<Utc>,
        accepted: bool,
        reason: String,
        actor_person: Option<Uuid>,
        actor_user: Option<Uuid>,
        taken_back_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// What a verdict says of a line; `seq` counts from 1.
    QcMarkRow in "qc_mark" {
        verdict: Uuid,
        seq: i64,
        line: Uuid,
        words: String,
        passed: bool,
        note: String,
    }
}
