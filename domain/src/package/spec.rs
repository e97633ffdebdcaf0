//! What is to be delivered, format by format.

use super::line::{BadField, Line, blank, label, optional};
use crate::text::{Label, Note};
use serde::{Deserialize, Serialize};

/// One kind of file that is to be delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliverableSpec {
    /// "MP4, H.264", "PNG".
    pub format: Label,
    /// "1920 × 1080", "A4"; empty where it has none.
    pub size: Note,
    /// How many; at least 1.
    pub count: u32,
    /// "30 s"; empty where it has none.
    pub duration: Note,
    /// What else to heed; may be empty.
    pub notes: Note,
}

/// A spec as a form posts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct SpecFields {
    pub format: String,
    pub size: String,
    pub count: String,
    pub duration: String,
    pub notes: String,
}

impl Line for SpecFields {
    type Row = DeliverableSpec;

    fn is_blank(&self) -> bool {
        blank(&[
            &self.format,
            &self.size,
            &self.count,
            &self.duration,
            &self.notes,
        ])
    }

    fn read(&self) -> Result<DeliverableSpec, BadField> {
        let wanted = "how many, as a whole number from 1 to 10000";
        let count: u32 = optional("count", &self.count, wanted)?.unwrap_or(1);
        if !(1..=10_000).contains(&count) {
            let sentence = format!("`{count}` does not do here: write {wanted}.");
            return Err(BadField {
                field: "count",
                sentence,
            });
        }
        Ok(DeliverableSpec {
            format: label("format", &self.format, "The format")?,
            size: note("size", &self.size)?,
            count,
            duration: note("duration", &self.duration)?,
            notes: note("notes", &self.notes)?,
        })
    }
}

fn note(field: &'static str, text: &str) -> Result<Note, BadField> {
    text.parse().map_err(|bad: crate::text::BadText| BadField {
        field,
        sentence: bad.to_string(),
    })
}

impl From<&DeliverableSpec> for SpecFields {
    fn from(row: &DeliverableSpec) -> Self {
        Self {
            format: row.format.to_string(),
            size: row.size.to_string(),
            count: row.count.to_string(),
            duration: row.duration.to_string(),
            notes: row.notes.to_string(),
        }
    }
}
