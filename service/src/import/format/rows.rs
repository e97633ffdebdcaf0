//! The files of the format, as `IMPORT.md` lists them.

use super::{Hours, Key, Score};
use crate::table;
use domain::{
    calendar::Sla,
    facts::SurveyLevel,
    handoff::{HandoffEventKind, HandoffKind, Item},
    job::JobEventKind,
    money::Cents,
    people::Department,
    time::{Day, Instant},
};

table! {
    /// A setting of the agency: `timezone`, `currency` or `opening`.
    pub struct SettingRow = "settings.csv", by (name) { needed name: Key, needed value: String }
}

table! {
    /// A day on which the agency is closed.
    pub struct HolidayRow = "holidays.csv", by (date) { needed date: Day, known name: String }
}

table! {
    /// Someone of the agency.
    pub struct PersonRow = "people.csv", by (key) {
        needed key: Key,
        known name: String,
        known email: String,
        known department: Option<Department>,
        known title: String,
        known hired_on: Option<Day>,
        known independent_on: Option<Day>,
        known left_on: Option<Day>,
        known monthly_cost: Option<Cents>,
        known weekly_hours: Option<Hours>,
    }
}

table! {
    /// A company that the agency works for.
    pub struct ClientRow = "clients.csv", by (key) { needed key: Key, known name: String }
}

table! {
    /// Somebody of a client who uses the portal.
    pub struct ContactRow = "contacts.csv", by (key) {
        needed key: Key,
        needed client: Key,
        known name: String,
        known email: String,
    }
}

table! {
    /// The team of an engagement.
    pub struct PodRow = "pods.csv", by (key) {
        needed key: Key,
        known name: String,
        known core: bool,
        known account_manager: Option<Key>,
        known producer: Option<Key>,
        known backup: Option<Key>,
        known members: Vec<Key>,
    }
}

table! {
    /// One SOW with one client.
    pub struct EngagementRow = "engagements.csv", by (key) {
        needed key: Key,
        needed client: Key,
        known name: String,
        needed sow_signed_at: Instant,
        needed monthly_fee: Cents,
        needed starts_on: Day,
        known ends_on: Option<Day>,
        known account_manager: Option<Key>,
        known producer: Option<Key>,
        known backup: Option<Key>,
        known pod: Option<Key>,
    }
}

table! {
    /// A kind of work that an engagement delivers again and again.
    pub struct WorkflowRow = "workflows.csv", by (key) {
        needed key: Key,
        needed engagement: Key,
        known name: String,
        needed sla: Sla,
    }
}

table! {
    /// One request of a client.
    pub struct JobRow = "jobs.csv", by (key) {
        needed key: Key,
        needed workflow: Key,
        known title: String,
        known brief: String,
        needed submitted_at: Instant,
        known submitted_by: Option<Key>,
    }
}

table! {
    /// Something that happened to a job.
    pub struct JobEventRow = "job_events.csv", of (job, at, event) {
        needed job: Key,
        needed at: Instant,
        needed event: JobEventKind,
        known reason: String,
        known actor: Option<Key>,
        known recorded_at: Option<Instant>,
    }
}

table! {
    /// Work passing from one department to another.
    pub struct HandoffRow = "handoffs.csv", by (key) {
        needed key: Key,
        needed kind: HandoffKind,
        needed engagement: Key,
        known job: Option<Key>,
        known needed_on: Option<Day>,
    }
}

table! {
    /// Something that happened to a handoff.
    pub struct HandoffEventRow = "handoff_events.csv", of (handoff, at, event) {
        needed handoff: Key,
        needed at: Instant,
        needed event: HandoffEventKind,
        known waived: Vec<Item>,
        known case_study: Option<bool>,
        known reason: String,
        known actor: Option<Key>,
        known recorded_at: Option<Instant>,
    }
}

table! {
    /// Money spent on an engagement.
    pub struct CostRow = "costs.csv", by (key) {
        needed key: Key,
        needed engagement: Key,
        needed date: Day,
        known person: Option<Key>,
        known hours: Option<Hours>,
        known amount: Option<Cents>,
        known note: String,
    }
}

table! {
    /// A client's NPS answer.
    pub struct SurveyRow = "surveys.csv", by (key) {
        needed key: Key,
        needed client: Key,
        known engagement: Option<Key>,
        needed level: SurveyLevel,
        needed at: Instant,
        needed score: Score,
        known comment: String,
    }
}

table! {
    /// A milestone of the plan that was reached.
    pub struct MilestoneRow = "milestones.csv", by (outcome) { needed outcome: Key, needed done_on: Day }
}
