//! Money spent, NPS answers, plans and milestones.

use super::table::table;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

table! {
    /// Money spent: hours of a person, or an amount.
    CostRow in "cost" {
        id: Uuid,
        key: String,
        engagement: Uuid,
        date: NaiveDate,
        person: Option<Uuid>,
        /// Hundredths of an hour; set with a person.
        hours: Option<i64>,
        /// Cents; set without a person.
        amount: Option<i64>,
        note: String,
    }
}

table! {
    /// An NPS answer.
    SurveyRow in "survey" {
        id: Uuid,
        key: String,
        client: Uuid,
        engagement: Option<Uuid>,
        level: String,
        at: DateTime<Utc>,
        /// 0 to 10.
        score: i64,
        comment: String,
    }
}

table! {
    /// A milestone of the plan, done by hand.
    MilestoneRow in "milestone_done" { outcome: String, done_on: NaiveDate }
}

table! {
    /// The plan of a department for a year, as JSON.
    PlanRow in "plan" { year: i64, department: String, body: String }
}
