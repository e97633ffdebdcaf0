//! The roles that Generative is asked for.

use super::{
    StaffingLine, WeeklyHours,
    line::{BadField, Line, blank, label},
    staffing::{from_to, hours},
};
use crate::{ids::PersonId, people::Department, text::Label, time::Day};
use serde::{Deserialize, Serialize};

/// A role of the pod.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PodRole {
    /// The job title that is needed.
    pub title: Label,
    /// How much of a person's week.
    pub hours: WeeklyHours,
    /// The first day.
    pub from: Day,
    /// The last day; to the end of the engagement, where unset.
    pub to: Option<Day>,
}

/// A pod role as a form posts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct PodRoleFields {
    pub title: String,
    pub hours: String,
    pub from: String,
    pub to: String,
}

impl Line for PodRoleFields {
    type Row = PodRole;

    fn is_blank(&self) -> bool {
        blank(&[&self.title, &self.hours, &self.from, &self.to])
    }

    fn read(&self) -> Result<PodRole, BadField> {
        let (from, to) = from_to(&self.from, &self.to)?;
        Ok(PodRole {
            title: label("title", &self.title, "The title")?,
            hours: hours(&self.hours)?,
            from,
            to,
        })
    }
}

impl From<&PodRole> for PodRoleFields {
    fn from(row: &PodRole) -> Self {
        Self {
            title: row.title.to_string(),
            hours: row.hours.to_string(),
            from: row.from.to_string(),
            to: row.to.map(|day| day.to_string()).unwrap_or_default(),
        }
    }
}

/// The titles that a pod's makers have.
pub(super) const MAKERS: [&str; 4] = [
    "Workflow Engineer",
    "AI Generalist",
    "Preditor",
    "Data/LoRA Specialist",
];

/// The roles that a staffing plan asks of Generative: lines of people who work there, and open ones with the title of
/// a maker. `department` says where a person works.
pub fn roles_of(
    staffing: &[StaffingLine],
    department: impl Fn(PersonId) -> Option<Department>,
) -> Vec<PodRole> {
    let made = |line: &&StaffingLine| match line.person {
        Some(person) => department(person) == Some(Department::Generative),
        None => MAKERS.contains(&line.title.as_str()),
    };
    let role = |line: &StaffingLine| PodRole {
        title: line.title.clone(),
        hours: line.hours,
        from: line.from,
        to: line.to,
    };
    staffing.iter().filter(made).map(role).collect()
}
