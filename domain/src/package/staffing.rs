//! Who works on an engagement, when and how much.

use super::line::{BadField, Line, blank, day, empty, label, optional, some_day};
use crate::{ids::PersonId, text::Label, time::Day};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Hours a week, in hundredths of an hour: more than none, at most 80 h.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "i64", try_from = "i64")]
pub struct WeeklyHours(i64);

/// Why a text or number is no amount of weekly hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not hours a week: write a number above 0 and up to 80, such as 20 or 12.5")]
pub struct NotHours;

impl WeeklyHours {
    /// So many whole hours, brought into 1 to 80.
    pub fn whole(hours: i64) -> Self {
        Self(hours.clamp(1, 80) * 100)
    }

    /// Hundredths of an hour.
    pub const fn hundredths(self) -> i64 {
        self.0
    }
}

impl TryFrom<i64> for WeeklyHours {
    type Error = NotHours;
    fn try_from(hundredths: i64) -> Result<Self, NotHours> {
        let fits = (1..=8_000).contains(&hundredths);
        fits.then_some(Self(hundredths)).ok_or(NotHours)
    }
}

impl From<WeeklyHours> for i64 {
    fn from(hours: WeeklyHours) -> Self {
        hours.0
    }
}

impl FromStr for WeeklyHours {
    type Err = NotHours;
    fn from_str(text: &str) -> Result<Self, NotHours> {
        let hundredths: crate::money::Cents = text
            .trim()
            .replace(',', ".")
            .parse()
            .map_err(|_| NotHours)?;
        Self::try_from(hundredths.0)
    }
}

impl fmt::Display for WeeklyHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// A line of the staffing plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffingLine {
    /// The job title that is needed.
    pub title: Label,
    /// Who it is; open, where unset.
    pub person: Option<PersonId>,
    /// How much of that person's week.
    pub hours: WeeklyHours,
    /// The first day.
    pub from: Day,
    /// The last day; to the end of the engagement, where unset.
    pub to: Option<Day>,
}

/// A staffing line as a form posts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct StaffingFields {
    pub title: String,
    pub person: String,
    pub hours: String,
    pub from: String,
    pub to: String,
}

impl Line for StaffingFields {
    type Row = StaffingLine;

    fn is_blank(&self) -> bool {
        blank(&[&self.title, &self.hours, &self.from, &self.to])
    }

    fn read(&self) -> Result<StaffingLine, BadField> {
        let (from, to) = from_to(&self.from, &self.to)?;
        Ok(StaffingLine {
            title: label("title", &self.title, "The title")?,
            person: optional("person", &self.person, "a person of the list")?,
            hours: hours(&self.hours)?,
            from,
            to,
        })
    }
}

impl From<&StaffingLine> for StaffingFields {
    fn from(row: &StaffingLine) -> Self {
        Self {
            title: row.title.to_string(),
            person: row.person.map(|id| id.to_string()).unwrap_or_default(),
            hours: row.hours.to_string(),
            from: row.from.to_string(),
            to: row.to.map(|day| day.to_string()).unwrap_or_default(),
        }
    }
}

/// Hours a week that must be there.
pub(super) fn hours(text: &str) -> Result<WeeklyHours, BadField> {
    let wanted = "hours a week above 0 and up to 80, such as 20 or 12.5";
    optional("hours", text, wanted)?.ok_or_else(|| empty("hours", "Hours a week"))
}

/// A first day, and a last one that does not come before it.
pub(super) fn from_to(from: &str, to: &str) -> Result<(Day, Option<Day>), BadField> {
    let first = day("from", from, "The first day")?;
    let last: Option<Day> = some_day("to", to)?;
    match last {
        Some(last) if last < first => Err(BadField {
            field: "to",
            sentence: format!("The last day, {last}, comes before the first, {first}."),
        }),
        last => Ok((first, last)),
    }
}
