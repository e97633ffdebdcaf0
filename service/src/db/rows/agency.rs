//! The agency: settings, people, clients, pods, engagements, workflows.

use super::table::table;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

table! {
    /// A setting of the installation: `timezone`, `currency`, `opening`.
    SettingRow in "setting" { name: String, value: String }
}

table! {
    /// A day on which the agency is closed.
    HolidayRow in "holiday" { date: NaiveDate, name: String }
}

table! {
    /// Someone of the agency.
    PersonRow in "person", versioned {
        id: Uuid,
        key: String,
        name: String,
        email: String,
        department: Option<String>,
        title: String,
        hired_on: Option<NaiveDate>,
        independent_on: Option<NaiveDate>,
        left_on: Option<NaiveDate>,
        /// Cents.
        monthly_cost: Option<i64>,
        /// Hundredths of an hour.
        weekly_hours: Option<i64>,
        version: i64,
    }
}

table! {
    /// A company that the agency works for.
    ClientRow in "client", versioned { id: Uuid, key: String, name: String, version: i64 }
}

table! {
    /// Somebody of a client who uses the portal.
    ContactRow in "contact", versioned {
        id: Uuid,
        key: String,
        client: Uuid,
        name: String,
        email: String,
        version: i64,
    }
}

table! {
    /// The team of an engagement.
    PodRow in "pod", versioned {
        id: Uuid,
        key: String,
        name: String,
        core: bool,
        account_manager: Option<Uuid>,
        producer: Option<Uuid>,
        backup: Option<Uuid>,
        version: i64,
    }
}

table! {
    /// A person in a pod; `seq` is the order in which its members are listed, from 1.
    PodMemberRow in "pod_member" { pod: Uuid, seq: i64, person: Uuid }
}

table! {
    /// One SOW with one client.
    EngagementRow in "engagement", versioned {
        id: Uuid,
        key: String,
        client: Uuid,
        name: String,
        sow_signed_at: DateTime<Utc>,
        /// Cents.
        monthly_fee: i64,
        starts_on: NaiveDate,
        ends_on: Option<NaiveDate>,
        account_manager: Option<Uuid>,
        producer: Option<Uuid>,
        backup: Option<Uuid>,
        pod: Option<Uuid>,
        version: i64,
    }
}

table! {
    /// A kind of work that an engagement delivers again and again.
    WorkflowRow in "workflow", versioned {
        id: Uuid,
        key: String,
        engagement: Uuid,
        name: String,
        sla: String,
        version: i64,
    }
}
