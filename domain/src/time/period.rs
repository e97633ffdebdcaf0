//! Periods of the agency's days and the quarters of a year.

use super::{Day, Instant, Zone};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// `[from, to)` in the agency's days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The day after the last.
    pub to: Day,
}

impl Period {
    /// The instants `[start, end)` of the period in `zone`.
    pub fn instants(&self, zone: &Zone) -> (Instant, Instant) {
        (zone.start_of(self.from), zone.start_of(self.to))
    }

    /// Whether `day` is one of its days.
    pub fn has(&self, day: Day) -> bool {
        self.from <= day && day < self.to
    }

    /// Its last day; the first one where it has none.
    pub fn last(&self) -> Day {
        self.to.pred_opt().unwrap_or(self.to).max(self.from)
    }

    /// How many days it has; 0 where `to` is not after `from`.
    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days().max(0)
    }

    /// The first of January of the year in which it starts.
    pub fn start_of_year(&self) -> Day {
        Day::from_ymd_opt(self.from.year(), 1, 1).unwrap_or(self.from)
    }
}

/// A quarter of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quarter {
    /// The calendar year.
    pub year: i32,
    /// 1 to 4.
    pub number: u32,
}

impl Quarter {
    /// The quarter that `day` falls in.
    pub fn of(day: Day) -> Self {
        Self {
            year: day.year(),
            number: day.month0() / 3 + 1,
        }
    }

    /// The four quarters of `year`.
    pub fn all(year: i32) -> [Self; 4] {
        [1, 2, 3, 4].map(|number| Self { year, number })
    }

    /// Its days.
    pub fn period(&self) -> Period {
        let start = |q: u32, year: i32| Day::from_ymd_opt(year, q * 3 + 1, 1).unwrap_or(Day::MIN);
        let from = start(self.number - 1, self.year);
        let to = if self.number == 4 {
            start(0, self.year + 1)
        } else {
            start(self.number, self.year)
        };
        Period { from, to }
    }
}

/// As people write it: `2026-Q3`.
impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}

/// Why a text is not a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a quarter: write it like 2026-Q3")]
pub struct NotAQuarter;

impl FromStr for Quarter {
    type Err = NotAQuarter;

    fn from_str(text: &str) -> Result<Self, NotAQuarter> {
        let (year, number) = text.split_once("-Q").ok_or(NotAQuarter)?;
        let quarter = Self {
            year: year.parse().map_err(|_| NotAQuarter)?,
            number: number.parse().map_err(|_| NotAQuarter)?,
        };
        let known = (1..=4).contains(&quarter.number) && (1900..3000).contains(&quarter.year);
        known.then_some(quarter).ok_or(NotAQuarter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-01-01", "2026-Q1", "2026-01-01", "2026-04-01")]
    #[case("2026-06-30", "2026-Q2", "2026-04-01", "2026-07-01")]
    #[case("2026-12-31", "2026-Q4", "2026-10-01", "2027-01-01")]
    fn a_day_has_its_quarter(
        #[case] day: Day,
        #[case] name: &str,
        #[case] from: Day,
        #[case] to: Day,
    ) {
        let quarter = Quarter::of(day);
        assert_eq!(quarter.to_string(), name);
        assert_eq!(name.parse(), Ok(quarter));
        assert_eq!(quarter.period(), Period { from, to });
    }

    #[rstest]
    #[case("2026-Q5")]
    #[case("2026-Q0")]
    #[case("Q1")]
    #[case("")]
    fn refuses_what_is_no_quarter(#[case] text: &str) {
        assert_eq!(text.parse::<Quarter>(), Err(NotAQuarter));
    }
}
