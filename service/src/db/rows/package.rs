//! What the packages of H1 and H2 contain.

use super::table::table;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

table! {
    /// The signed SOW of an H1.
    SowRow in "sow" {
        handoff: Uuid,
        file: Option<Uuid>,
        /// Cents.
        value: Option<i64>,
    }
}

table! {
    /// A milestone; `seq` counts from 1 in the order of days.
    PackageMilestoneRow in "milestone" {
        handoff: Uuid,
        seq: i64,
        name: String,
        day: NaiveDate,
        owner: Option<Uuid>,
    }
}

table! {
    /// A line of a staffing plan.
    StaffingLineRow in "staffing_line" {
        handoff: Uuid,
        seq: i64,
        title: String,
        person: Option<Uuid>,
        /// Hundredths of an hour a week.
        hours: i64,
        from_day: NaiveDate,
        to_day: Option<NaiveDate>,
    }
}

table! {
    /// A line of a budget.
    BudgetLineRow in "budget_line" {
        handoff: Uuid,
        seq: i64,
        category: String,
        note: String,
        /// Cents.
        amount: i64,
    }
}

table! {
    /// A role that Generative is asked for.
    PodRoleRow in "pod_role" {
        handoff: Uuid,
        seq: i64,
        title: String,
        /// Hundredths of an hour a week.
        hours: i64,
        from_day: NaiveDate,
        to_day: Option<NaiveDate>,
    }
}

table! {
    /// Generative's answer for the role with the same `seq`.
    RoleAnswerRow in "role_answer" {
        handoff: Uuid,
        seq: i64,
        person: Option<Uuid>,
        from_day: NaiveDate,
        /// Percent of the person's week.
        load: Option<i64>,
    }
}

table! {
    /// A kind of file that is to be delivered.
    DeliverableSpecRow in "deliverable_spec" {
        handoff: Uuid,
        seq: i64,
        format: String,
        size: String,
        count: i64,
        duration: String,
        notes: String,
    }
}

table! {
    /// What must be known of a client's brand.
    BrandContextRow in "brand_context" {
        handoff: Uuid,
        body: String,
        voice: String,
        dos: String,
        donts: String,
        /// One a line.
        links: String,
        /// The version of the brand page that it was carried over from.
        from_version: Option<i64>,
        /// When.
        from_at: Option<DateTime<Utc>>,
    }
}

table! {
    /// A file of a brand context.
    BrandContextFileRow in "brand_context_file" {
        handoff: Uuid,
        seq: i64,
        file: Uuid,
    }
}

table! {
    /// A client's brand page.
    BrandPageRow in "brand_page", versioned {
        /// The client's.
        id: Uuid,
        version: i64,
        body: String,
        voice: String,
        dos: String,
        donts: String,
        /// One a line.
        links: String,
        at: DateTime<Utc>,
        written_by: Option<Uuid>,
    }
}

table! {
    /// A correction of the time at which an SOW was signed.
    SignatureCorrectionRow in "signature_correction" {
        engagement: Uuid,
        seq: i64,
        at: DateTime<Utc>,
        actor_user: Option<Uuid>,
        was: DateTime<Utc>,
        becomes: DateTime<Utc>,
        reason: String,
    }
}

table! {
    /// An engagement that was ended before its term.
    EngagementEndingRow in "engagement_ending" {
        engagement: Uuid,
        at: DateTime<Utc>,
        actor_user: Option<Uuid>,
        /// The last day before.
        was: Option<NaiveDate>,
        last_day: NaiveDate,
        reason: String,
    }
}
