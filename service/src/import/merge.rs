//! What the agency has, with what the files bring laid over it.

use super::format::{Lined, Read, Table};
use std::collections::HashMap;

/// What an import does to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is added.
    New,
    /// It is stored already, with other values.
    Changed,
    /// It is stored already, as it is.
    Same,
}

/// A row after the import.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// As it will be.
    pub row: T,
    /// Where it stands in the files; unset where only the database has it.
    pub line: Option<u64>,
    /// What becomes of it.
    pub fate: Fate,
}

impl<T> Entry<T> {
    /// Whether it is stored with other values.
    pub fn is_changed(&self) -> bool {
        self.fate == Fate::Changed
    }

    /// Whether the import writes it.
    pub fn is_touched(&self) -> bool {
        self.fate != Fate::Same
    }
}

/// How many rows of a file are new, changed and unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Tally {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
}

impl Tally {
    /// Counts the rows that stand in the files.
    pub fn of<T>(entries: &[Entry<T>]) -> Self {
        let mut tally = Self::default();
        for entry in entries.iter().filter(|entry| entry.line.is_some()) {
            match entry.fate {
                Fate::New => tally.new += 1,
                Fate::Changed => tally.changed += 1,
                Fate::Same => tally.unchanged += 1,
            }
        }
        tally
    }

    /// All of them.
    pub fn total(&self) -> usize {
        self.new + self.changed + self.unchanged
    }
}

/// The stored rows in their order, with the values that the files have for them, then the new ones
/// in the order of the file. A column that the file leaves out keeps what is stored.
pub fn merge<T: Table>(stored: Vec<T>, incoming: Read<T>) -> Vec<Entry<T>> {
    let mut entries: Vec<Entry<T>> = stored.into_iter().map(kept).collect();
    let mut places = HashMap::new();
    let mut seen = HashMap::new();
    for (place, entry) in entries.iter().enumerate() {
        places.insert(numbered(&entry.row, &mut seen), place);
    }
    let mut seen = HashMap::new();
    for Lined { line, row } in incoming.rows {
        match places.get(&numbered(&row, &mut seen)) {
            Some(place) => {
                let entry = &mut entries[*place];
                let mut row = row;
                row.keep(&entry.row, &incoming.columns);
                entry.line = Some(line);
                if row != entry.row {
                    entry.row = row;
                    entry.fate = Fate::Changed;
                }
            }
            None => entries.push(Entry {
                row,
                line: Some(line),
                fate: Fate::New,
            }),
        }
    }
    entries
}

fn kept<T>(row: T) -> Entry<T> {
    Entry {
        row,
        line: None,
        fate: Fate::Same,
    }
}

/// The identity of a row and how many of the same came before it.
fn numbered<T: Table>(row: &T, seen: &mut HashMap<String, u32>) -> (String, u32) {
    let identity = row.identity();
    let before = seen.entry(identity.clone()).or_default();
    *before += 1;
    (identity, *before)
}
