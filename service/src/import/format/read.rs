//! A file's bytes into rows, with everything noted that is wrong with them.

use super::{
    nearest::nearest,
    parse,
    table::{Cells, Column, Columns, Table},
};
use crate::import::fault::Faults;
use std::collections::{HashMap, HashSet};

/// A row and the line on which it begins.
#[derive(Clone, Debug)]
pub struct Lined<T> {
    /// From 1, the header.
    pub line: u64,
    /// The row.
    pub row: T,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// The columns that it has.
    pub columns: Columns,
    /// Its rows, in order.
    pub rows: Vec<Lined<T>>,
    /// Those that could not be read.
    pub lost: Lost,
}

/// Rows that could not be read. That was noted where they stand, so nothing that refers to them, or
/// goes on from them, is a fault of its own.
#[derive(Clone, Debug, Default)]
pub struct Lost {
    /// The whole file could not be read.
    all: bool,
    /// The header row has a column that is not known, or one twice: a value that a row lacks may
    /// stand there.
    columns: bool,
    /// The first cells of those rows: their keys, or what they happened to.
    keys: HashSet<String>,
}

impl Lost {
    /// Whether a row of this key may be among them.
    pub fn has(&self, key: &str) -> bool {
        self.all || self.keys.contains(key)
    }

    /// Whether a value that a row lacks may stand in a column that could not be read.
    pub fn has_columns(&self) -> bool {
        self.columns
    }
}

/// As a file that is not there.
impl<T> Default for Read<T> {
    fn default() -> Self {
        Self {
            columns: Columns::default(),
            rows: Vec::new(),
            lost: Lost::default(),
        }
    }
}

impl<T> Read<T> {
    /// A file of which nothing could be read.
    pub fn lost() -> Self {
        let mut file = Self::default();
        file.lost.all = true;
        file
    }
}

/// Reads a file's bytes; everything wrong with them is noted.
pub fn read<T: Table>(bytes: &[u8], faults: &mut Faults) -> Read<T> {
    let mut file = Read::lost();
    let Some(text) = text_of::<T>(bytes, faults) else {
        return file;
    };
    let records = match parse::records(text) {
        Ok(records) => records,
        Err(wrong) => {
            let header = parse::records(text.lines().next().unwrap_or_default());
            let column = header.ok().and_then(|mut head| head.pop());
            let column = column.and_then(|head| head.cells.get(wrong.cell).cloned());
            let column = column.unwrap_or_else(|| (wrong.cell + 1).to_string());
            faults.add(T::FILE, wrong.line, &column, "", wrong.why);
            return file;
        }
    };
    let mut records = records.into_iter();
    let head = records.next().map(|record| record.cells);
    let head = head.unwrap_or_default();
    file.columns = columns_of::<T>(&head, faults);
    file.lost.columns = file.columns.places.len() < head.len();
    let missing = T::COLUMNS
        .iter()
        .any(|column| column.needed && !file.columns.has(column.name));
    if missing {
        return file;
    }
    file.lost.all = false;
    let first = T::COLUMNS
        .first()
        .and_then(|column| file.columns.places.get(column.name).copied());
    let mut seen = HashSet::new();
    for record in records {
        match row_of::<T>(&record, &file.columns, faults) {
            Some(row) => {
                note_repeated(&row, record.line, &mut seen, faults);
                let line = record.line;
                file.rows.push(Lined { line, row });
            }
            None => file
                .lost
                .keys
                .extend(first.and_then(|at| record.cells.get(at)).cloned()),
        }
    }
    file
}

fn text_of<'a, T: Table>(bytes: &'a [u8], faults: &mut Faults) -> Option<&'a str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let read = std::str::from_utf8(bytes);
    let wrong = match read {
        Ok(text) => return Some(text),
        Err(wrong) => wrong,
    };
    let before = String::from_utf8_lossy(&bytes[..wrong.valid_up_to()]).into_owned();
    let line = 1 + before.matches('\n').count() as u64;
    let cell = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .matches(',')
        .count();
    let header = before.lines().next().unwrap_or_default();
    let column = header.split(',').nth(cell).unwrap_or_default();
    faults.add(
        T::FILE,
        line,
        column,
        "",
        "is not UTF-8: save the file in that encoding",
    );
    None
}

fn columns_of<T: Table>(head: &[String], faults: &mut Faults) -> Columns {
    let known: Vec<_> = T::COLUMNS.iter().map(|column| column.name).collect();
    let mut columns = HashMap::new();
    let mut meant = HashSet::new();
    for (place, name) in head.iter().enumerate() {
        let name = name.trim();
        if !known.contains(&name) {
            let near = nearest(name, known.iter().copied());
            faults.add(T::FILE, 1, name, name, unknown_column(near, &known));
            meant.extend(near);
        } else if columns.insert(name.to_owned(), place).is_some() {
            faults.add(T::FILE, 1, name, name, "stands twice in the header row");
        }
    }
    // One that is only misspelt was noted already.
    let needed = T::COLUMNS.iter().filter(|column| column.needed);
    for Column { name, .. } in needed.filter(|column| !meant.contains(column.name)) {
        if !columns.contains_key(*name) {
            faults.add(T::FILE, 1, name, "", "this column is missing and is needed");
        }
    }
    Columns {
        places: columns,
        width: head.len(),
    }
}

fn unknown_column(near: Option<&str>, known: &[&str]) -> String {
    let near = near.map(|name| format!(" (`{name}` is nearest)"));
    format!(
        "is not a column of this file{}: it has {}",
        near.unwrap_or_default(),
        known.join(", ")
    )
}

fn row_of<T: Table>(record: &parse::Record, columns: &Columns, faults: &mut Faults) -> Option<T> {
    let (found, expected) = (record.cells.len(), columns.width);
    if found != expected {
        let place = found.min(expected);
        let named = columns.places.iter().find(|(_, at)| **at == place);
        let column = named.map_or("", |(name, _)| name.as_str());
        let why = format!("the row has {found} cells and the header row {expected}");
        faults.add(T::FILE, record.line, column, "", why);
        return None;
    }
    T::read(&mut Cells {
        file: T::FILE,
        line: record.line,
        columns,
        cells: &record.cells,
        faults,
    })
}

fn note_repeated<T: Table>(row: &T, line: u64, seen: &mut HashSet<String>, faults: &mut Faults) {
    let identity = row.identity();
    if !T::REPEATS && !seen.insert(identity.clone()) {
        let column = T::COLUMNS.first().map_or("", |column| column.name);
        faults.add(
            T::FILE,
            line,
            column,
            identity,
            "stands on an earlier row already",
        );
    }
}
