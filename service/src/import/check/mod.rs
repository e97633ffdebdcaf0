//! Whether rows that can be read also make sense together: references, times and amounts.

mod lookup;
mod master;
mod money;
mod settings;
mod work;

pub use lookup::Lookup;

use super::{
    batch::{Merged, Unread},
    fault::Faults,
    format::{Key, Lost, Table},
    merge::Entry,
};
use lookup::Named;
use std::collections::BTreeSet;

/// Checks every row of the files against all rows that there will be; `outcomes` are the keys of
/// the plans' outcomes.
pub fn check(
    merged: &Merged,
    unread: &Unread,
    known: &Lookup<'_>,
    outcomes: &BTreeSet<String>,
    faults: &mut Faults,
) {
    settings::check(merged, unread, faults);
    master::check(merged, unread, known, faults);
    work::check(merged, unread, known, faults);
    money::check(merged, unread, known, outcomes, faults);
}

/// A row of the files while it is checked.
struct Checked<'a, T> {
    row: &'a T,
    line: u64,
    lost: &'a Lost,
    faults: &'a mut Faults,
}

impl<T: Table> Checked<'_, T> {
    fn fault(&mut self, column: &str, value: impl Into<String>, why: impl Into<String>) {
        self.faults.add(T::FILE, self.line, column, value, why);
    }

    /// The key, where there is one, must be that of a row of the other file.
    fn refers<'k, R: Table>(
        &mut self,
        column: &str,
        key: impl Into<Option<&'k Key>>,
        rows: &Named<'_, R>,
    ) {
        if let Some(key) = key.into()
            && !rows.has(key)
        {
            let why = format!("no row of {} has this key", R::FILE);
            self.fault(column, key.as_str(), why);
        }
    }

    /// The row lacks a value. That is no fault of its own where the header row names columns that
    /// could not be read: it may stand there.
    fn lacks(&mut self, column: &str, why: &str) {
        if !self.lost.has_columns() {
            self.fault(column, "", why);
        }
    }

    /// Companies and people are known to others by their name alone.
    fn needs_name(&mut self, name: &str) {
        if name.trim().is_empty() {
            self.lacks(
                "name",
                "is needed here: others read the name, never the key",
            );
        }
    }

    fn require(&mut self, holds: bool, column: &str, value: impl Into<String>, why: &str) {
        if !holds {
            self.fault(column, value, why);
        }
    }
}

/// Visits the rows that the files have.
fn each<T: Table>(
    entries: &[Entry<T>],
    lost: &Lost,
    faults: &mut Faults,
    mut visit: impl FnMut(Checked<'_, T>),
) {
    for entry in entries {
        if let Some(line) = entry.line {
            visit(Checked {
                row: &entry.row,
                line,
                lost,
                faults: &mut *faults,
            });
        }
    }
}
