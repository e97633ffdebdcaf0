//! What an import did, or why it did nothing.

use super::{Mode, batch::Merged, fault::Fault, merge::Tally};
use crate::Error;
use std::fmt;

/// What an import did, or would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many rows of each file are new, changed and unchanged; files without rows are left out.
    pub files: Vec<(&'static str, Tally)>,
    /// Whether it was only looked at.
    pub mode: Mode,
}

impl Report {
    pub(super) fn of(merged: &Merged, mode: Mode) -> Self {
        let mut files = merged.tally();
        files.retain(|(_, tally)| tally.total() > 0);
        Self { files, mode }
    }

    /// Whether a row is new or changed.
    pub fn changes_something(&self) -> bool {
        self.files
            .iter()
            .any(|(_, tally)| tally.new + tally.changed > 0)
    }

    /// The counts by file, for the change log.
    pub(super) fn summary(&self) -> serde_json::Value {
        let count = |(file, tally): &(&'static str, Tally)| {
            let counts = serde_json::json!({
                "new": tally.new, "changed": tally.changed, "unchanged": tally.unchanged,
            });
            ((*file).to_owned(), counts)
        };
        serde_json::Value::Object(self.files.iter().map(count).collect())
    }
}

/// As a table: file, new, changed, unchanged.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<20}{:>10}{:>10}{:>11}",
            "file", "new", "changed", "unchanged"
        )?;
        for (
            file,
            Tally {
                new,
                changed,
                unchanged,
            },
        ) in &self.files
        {
            writeln!(f, "{file:<20}{new:>10}{changed:>10}{unchanged:>11}")?;
        }
        match (self.mode, self.changes_something()) {
            (Mode::DryRun, _) => write!(f, "A dry run: nothing was written."),
            (Mode::Write, true) => write!(f, "Imported."),
            (Mode::Write, false) => write!(f, "Everything was there already: nothing was changed."),
        }
    }
}

/// Why an import did nothing.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Refused {
    /// The files are not what they should be.
    #[error("{}", told(.0))]
    Faults(Vec<Fault>),
    /// The actor may not, or the database did not do its part.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<Vec<Fault>> for Refused {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faults(faults)
    }
}

fn told(faults: &[Fault]) -> String {
    let mut lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    let noun = if faults.len() == 1 { "fault" } else { "faults" };
    lines.push(format!("{} {noun}: nothing was imported.", faults.len()));
    lines.join("\n")
}
