//! Closing reports, and Sales' loop after them.

use super::table::table;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

table! {
    /// A closing report as it was last saved.
    ClosingReportRow in "closing_report" {
        handoff: Uuid,
        summary: String,
        use_cases: String,
        /// `domain::closing::Numbers` as JSON.
        numbers: String,
    }
}

table! {
    /// A file that a case study shows.
    ClosingVisualRow in "closing_visual" {
        handoff: Uuid,
        seq: i64,
        file: Uuid,
    }
}

table! {
    /// How Sales' loop stands.
    FollowUpRow in "follow_up" {
        handoff: Uuid,
        nps_asked_of: Option<Uuid>,
        nps_asked_at: Option<DateTime<Utc>>,
        re_engagement: Option<String>,
        next_step: String,
        next_on: Option<NaiveDate>,
        closed_at: Option<DateTime<Utc>>,
    }
}
