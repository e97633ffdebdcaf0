//! What a cell may hold, read from and written as text.

use chrono::{DateTime, NaiveDate, SecondsFormat, SubsecRound, Utc};
use domain::{
    calendar::Sla,
    facts::SurveyLevel,
    handoff::{HandoffEventKind, HandoffKind, Item},
    job::JobEventKind,
    money::Cents,
    people::Department,
    time::{Day, Instant},
};
use std::fmt;

/// A value that a cell holds. Reading what was written gives the same value.
pub trait Cell: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// With a sentence that says what would do.
    fn read(text: &str) -> Result<Self, String>;

    /// As the cell's text.
    fn write(&self) -> String;
}

/// The importer's own name of a row, or a reference to one. Never empty, kept as it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub String);

impl Key {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Key {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// Hundredths of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours(pub i64);

/// An NPS score, 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score(pub u8);

const NEEDED: &str = "must not be empty";

impl Cell for Key {
    fn read(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Err(NEEDED.into());
        }
        String::read(text).map(Self)
    }

    fn write(&self) -> String {
        self.0.clone()
    }
}

/// Free text, kept exactly; may be empty.
impl Cell for String {
    fn read(text: &str) -> Result<Self, String> {
        if text.contains('\0') {
            return Err("holds a NUL character, which no text may".into());
        }
        Ok(text.to_owned())
    }

    fn write(&self) -> String {
        self.clone()
    }
}

impl Cell for Day {
    fn read(text: &str) -> Result<Self, String> {
        let text = needed(text)?;
        let shape = text.len() == 10 && text.bytes().filter(|b| *b == b'-').count() == 2;
        let day = shape.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
        day.flatten()
            .ok_or_else(|| "is not a date: write it like 2026-01-31".into())
    }

    fn write(&self) -> String {
        self.format("%Y-%m-%d").to_string()
    }
}

/// Kept to the microsecond, which both databases hold.
impl Cell for Instant {
    fn read(text: &str) -> Result<Self, String> {
        let read = DateTime::parse_from_rfc3339(needed(text)?);
        read.map(|at| at.with_timezone(&Utc).trunc_subsecs(6))
            .map_err(|_| "is not an instant: write it with an offset, like 2026-01-31T09:30:00-08:00 or 2026-01-31T17:30:00Z".into())
    }

    fn write(&self) -> String {
        self.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }
}

impl Cell for bool {
    fn read(text: &str) -> Result<Self, String> {
        match text.trim() {
            "true" => Ok(true),
            "false" | "" => Ok(false),
            _ => Err("is neither `true` nor `false`".into()),
        }
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl Cell for Hours {
    fn read(text: &str) -> Result<Self, String> {
        let read: Result<Cents, _> = needed(text)?.parse();
        read.map(|hundredths| Self(hundredths.0)).map_err(|_| {
            "is not a number of hours: write it as a decimal with at most two places, such as 7.50"
                .into()
        })
    }

    fn write(&self) -> String {
        Cents(self.0).to_string()
    }
}

impl Cell for Score {
    fn read(text: &str) -> Result<Self, String> {
        let score = needed(text)?.parse().ok().filter(|score| *score <= 10);
        score
            .map(Self)
            .ok_or_else(|| "is not a score: write a whole number from 0 to 10".into())
    }

    fn write(&self) -> String {
        self.0.to_string()
    }
}

impl Cell for HandoffKind {
    fn read(text: &str) -> Result<Self, String> {
        needed(text)?
            .parse()
            .map_err(|_| "is not a kind of handoff: write 1, 2, 3 or 4".into())
    }

    fn write(&self) -> String {
        self.number().to_string()
    }
}

/// Cells whose type reads and writes itself, with a refusal that says what would do.
macro_rules! as_written {
    ($($type:ty),+) => {$(
        impl Cell for $type {
            fn read(text: &str) -> Result<Self, String> {
                needed(text)?.parse().map_err(|why| format!("{why}"))
            }

            fn write(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

as_written!(
    Cents,
    Sla,
    Department,
    SurveyLevel,
    Item,
    JobEventKind,
    HandoffEventKind
);

impl<T: Cell> Cell for Option<T> {
    fn read(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        T::read(text).map(Some)
    }

    fn write(&self) -> String {
        self.as_ref().map(Cell::write).unwrap_or_default()
    }
}

impl<T: Cell> Cell for Vec<T> {
    fn read(text: &str) -> Result<Self, String> {
        let parts = text.split(';').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(T::read).collect()
    }

    fn write(&self) -> String {
        let parts: Vec<String> = self.iter().map(Cell::write).collect();
        parts.join(";")
    }
}

fn needed(text: &str) -> Result<&str, String> {
    let text = text.trim();
    if text.is_empty() {
        Err(NEEDED.into())
    } else {
        Ok(text)
    }
}
