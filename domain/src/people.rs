//! The people of the agency, their departments and the roles of those who sign in.

use crate::{ids::*, money::Cents, named};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

named! {
    /// A department of the agency.
    pub enum Department {
        Sales = "Sales",
        Production = "Production",
        Generative = "Generative",
        Platform = "Platform",
        Executive = "Executive",
    }
}

named! {
    /// What an account may do; a Contact is always a `client`.
    pub enum AccessRole {
        Client = "client",
        Producer = "producer",
        Sales = "sales",
        Generative = "generative",
        Executive = "executive",
        Admin = "admin",
    }
}

/// The title that makes a person count as a producer.
pub const PRODUCER_TITLE: &str = "Producer";

/// Someone of the agency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Its identity.
    pub id: PersonId,
    /// The importer's own name of the row.
    pub key: String,
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// The department.
    pub department: Option<Department>,
    /// The job title, free text ("Producer", "Workflow Engineer", …).
    pub title: String,
    /// First day.
    pub hired_on: Option<NaiveDate>,
    /// The day from which the person works without help.
    pub independent_on: Option<NaiveDate>,
    /// The day on which the person is no longer there.
    pub left_on: Option<NaiveDate>,
    /// What the person costs in a month.
    pub monthly_cost: Option<Cents>,
    /// Contracted hours a week, in hundredths of an hour (`4000` is 40 h).
    pub weekly_hours: Option<i64>,
}

impl Person {
    /// Whether the title is Producer.
    pub fn is_producer(&self) -> bool {
        self.title == PRODUCER_TITLE
    }
}
