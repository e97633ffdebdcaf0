//! What must be reached by when, and whose it is.

use super::line::{BadField, Line, blank, day, label, optional};
use crate::{ids::PersonId, text::Label, time::Day};
use serde::{Deserialize, Serialize};

/// A milestone of an engagement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What is reached.
    pub name: Label,
    /// By when.
    pub day: Day,
    /// Whose it is; nobody's yet, where unset.
    pub owner: Option<PersonId>,
}

/// A milestone as a form posts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct MilestoneFields {
    pub name: String,
    pub day: String,
    pub owner: String,
}

impl Line for MilestoneFields {
    type Row = Milestone;

    fn is_blank(&self) -> bool {
        blank(&[&self.name, &self.day])
    }

    fn read(&self) -> Result<Milestone, BadField> {
        Ok(Milestone {
            name: label("name", &self.name, "The milestone's name")?,
            day: day("day", &self.day, "The milestone's day")?,
            owner: optional("owner", &self.owner, "a person of the list")?,
        })
    }
}

impl From<&Milestone> for MilestoneFields {
    fn from(row: &Milestone) -> Self {
        Self {
            name: row.name.to_string(),
            day: row.day.to_string(),
            owner: row.owner.map(|id| id.to_string()).unwrap_or_default(),
        }
    }
}
