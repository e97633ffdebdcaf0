//! One file of the format: its columns, and its rows read from cells and written as cells.

use super::cell::Cell;
use crate::import::fault::Faults;
use std::collections::HashMap;

/// A column of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// As the header row names it.
    pub name: &'static str,
    /// Whether it may not be left out.
    pub needed: bool,
}

/// The rows of one file. Declared by [`table!`](crate::table).
pub trait Table: Clone + PartialEq {
    /// The file's name.
    const FILE: &'static str;
    /// Its columns, in the order in which they are exported.
    const COLUMNS: &'static [Column];

    /// Reads a row, noting every cell that cannot be read.
    fn read(cells: &mut Cells<'_>) -> Option<Self>;

    /// The cells of the row, in the order of the columns.
    fn write(&self) -> Vec<String>;

    /// What the row is known by: its key, or what an event happened to, when and what.
    fn identity(&self) -> String;

    /// Whether rows of one identity may follow each other, as two events of one instant may.
    const REPEATS: bool;

    /// Takes from `before` what the file has no column for.
    fn keep(&mut self, before: &Self, columns: &Columns);
}

/// The columns that a file has.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// Where in a row each of them stands.
    pub(super) places: HashMap<String, usize>,
    /// How many cells the header row has, known or not.
    pub(super) width: usize,
}

impl Columns {
    /// Whether the file has that column.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }
}

/// The cells of a row while they are read.
pub struct Cells<'a> {
    pub(super) file: &'static str,
    pub(super) line: u64,
    pub(super) columns: &'a Columns,
    pub(super) cells: &'a [String],
    pub(super) faults: &'a mut Faults,
}

impl Cells<'_> {
    /// The value of a column; a column that is not there reads as an empty cell. A value that
    /// cannot be read is noted.
    pub fn take<T: Cell>(&mut self, column: &'static str) -> Option<T> {
        let place = self.columns.places.get(column);
        let text = place.and_then(|at| self.cells.get(*at));
        let text = text.map_or("", String::as_str);
        T::read(text)
            .map_err(|why| self.faults.add(self.file, self.line, column, text, why))
            .ok()
    }
}

/// Declares the rows of a file: `needed` columns may not be left out, `known` ones may.
#[macro_export]
macro_rules! table {
    (
        $(#[$doc:meta])*
        pub struct $name:ident = $file:literal, $by:ident ($($identity:ident),+) {
            $($(#[$field_doc:meta])* $need:ident $field:ident: $type:ty),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),+ }

        impl $crate::import::format::Table for $name {
            const FILE: &'static str = $file;
            const COLUMNS: &'static [$crate::import::format::Column] = &[$(
                $crate::import::format::Column {
                    name: stringify!($field),
                    needed: $crate::table!(@ $need),
                }
            ),+];

            fn read(cells: &mut $crate::import::format::Cells<'_>) -> Option<Self> {
                $(let $field = cells.take::<$type>(stringify!($field));)+
                Some(Self { $($field: $field?),+ })
            }

            fn write(&self) -> Vec<String> {
                vec![$($crate::import::format::Cell::write(&self.$field)),+]
            }

            fn identity(&self) -> String {
                [$($crate::import::format::Cell::write(&self.$identity)),+].join("\u{1f}")
            }

            const REPEATS: bool = $crate::table!(@ $by);

            fn keep(&mut self, before: &Self, columns: &$crate::import::format::Columns) {
                $(if !columns.has(stringify!($field)) {
                    self.$field = before.$field.clone();
                })+
            }
        }
    };
    (@ needed) => { true };
    (@ known) => { false };
    (@ by) => { false };
    (@ of) => { true };
}
