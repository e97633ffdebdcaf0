//! Lines of a form: read one by one; a line that was left empty is dropped.

use crate::{text::Label, time::Day};
use chrono::Datelike as _;
use std::str::FromStr;

/// More lines than this in one section are a mistake.
pub const MOST_LINES: usize = 200;

/// Why a field will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadField {
    /// The field's name.
    pub field: &'static str,
    /// What is wrong and how to write it.
    pub sentence: String,
}

/// Why a line will not do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Line {}: {}", line + 1, bad.sentence)]
pub struct BadLine {
    /// Which, from 0, as they were posted; empty ones count.
    pub line: usize,
    /// The field of it.
    pub bad: BadField,
}

impl BadLine {
    /// The name of the control that posted it, as in `lines[2][day]`.
    pub fn control(&self) -> String {
        format!("lines[{}][{}]", self.line, self.bad.field)
    }
}

/// A line as a form posts it: texts.
pub trait Line {
    /// What it means.
    type Row;

    /// Whether nothing was written in it.
    fn is_blank(&self) -> bool;

    /// What it means.
    ///
    /// # Errors
    /// The first field that will not do.
    fn read(&self) -> Result<Self::Row, BadField>;
}

/// Reads all lines but the empty ones.
///
/// # Errors
/// The first line that will not do, or that there are more than [`MOST_LINES`].
pub fn lines<L: Line>(posted: &[L]) -> Result<Vec<L::Row>, BadLine> {
    let written = posted
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank());
    let rows = written.map(|(at, line)| line.read().map_err(|bad| BadLine { line: at, bad }));
    let rows: Vec<_> = rows.collect::<Result<_, _>>()?;
    if rows.len() > MOST_LINES {
        let sentence = format!(
            "{} lines are too many: write up to {MOST_LINES}.",
            rows.len()
        );
        let bad = BadField {
            field: "",
            sentence,
        };
        return Err(BadLine {
            line: MOST_LINES,
            bad,
        });
    }
    Ok(rows)
}

/// A short text that must be there.
pub(super) fn label(field: &'static str, text: &str, wanted: &str) -> Result<Label, BadField> {
    if text.trim().is_empty() {
        return Err(empty(field, wanted));
    }
    text.parse::<Label>().map_err(|bad| BadField {
        field,
        sentence: bad.to_string(),
    })
}

/// A day that must be there.
pub(super) fn day(field: &'static str, text: &str, wanted: &str) -> Result<Day, BadField> {
    some_day(field, text)?.ok_or_else(|| empty(field, wanted))
}

/// A day that may be left out. Years outside 2000 to 2100 are slips of the hand.
pub(super) fn some_day(field: &'static str, text: &str) -> Result<Option<Day>, BadField> {
    let day: Option<Day> = optional(field, text, "a day such as 2026-03-31")?;
    match day {
        Some(far) if !(2000..=2100).contains(&far.year()) => Err(BadField {
            field,
            sentence: format!("The year {} is too far away: check the day.", far.year()),
        }),
        day => Ok(day),
    }
}

/// A value that may be left out.
pub(super) fn optional<T: FromStr>(
    field: &'static str,
    text: &str,
    wanted: &str,
) -> Result<Option<T>, BadField> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| BadField {
            field,
            sentence: format!("`{text}` does not do here: write {wanted}."),
        }),
    }
}

pub(super) fn empty(field: &'static str, wanted: &str) -> BadField {
    BadField {
        field,
        sentence: format!("{wanted} is empty: fill it in, or empty the whole line to remove it."),
    }
}

/// Whether all of these are empty.
pub(super) fn blank(texts: &[&str]) -> bool {
    texts.iter().all(|text| text.trim().is_empty())
}
