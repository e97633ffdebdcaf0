//! Which days a dashboard is about.

use super::question::pairs;
use crate::time::{Day, Period, Quarter};
use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};

/// How many weeks a trend shows.
pub const WEEKS: u32 = 13;

/// A choice of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span {
    /// The quarter of today.
    #[default]
    ThisQuarter,
    /// A quarter.
    Quarter(Quarter),
    /// A calendar year.
    Year(i32),
    /// The last 13 weeks, the running one included.
    Weeks,
    /// From the first day to the last, both included.
    Days(Day, Day),
}

impl Span {
    /// Its days.
    pub fn period(self, today: Day) -> Period {
        match self {
            Self::ThisQuarter => Quarter::of(today).period(),
            Self::Quarter(quarter) => quarter.period(),
            Self::Year(year) => {
                let [first, .., last] = Quarter::all(year).map(|quarter| quarter.period());
                Period {
                    from: first.from,
                    to: last.to,
                }
            }
            Self::Weeks => {
                let weeks = weeks_until(today);
                Period {
                    from: weeks[0].from,
                    to: weeks[WEEKS as usize - 1].to,
                }
            }
            Self::Days(from, last) => Period {
                from,
                to: last.succ_opt().unwrap_or(last),
            },
        }
    }

    /// The seven days from a Monday on.
    pub fn week(monday: Day) -> Self {
        Self::Days(monday, monday + Days::new(6))
    }

    /// The quarter that it is, for targets are set by the quarter.
    pub fn quarter(self, today: Day) -> Option<Quarter> {
        match self {
            Self::ThisQuarter => Some(Quarter::of(today)),
            Self::Quarter(quarter) => Some(quarter),
            _ => None,
        }
    }

    /// As people call it: `Q3 2026`.
    pub fn name(self, today: Day) -> String {
        match self {
            Self::ThisQuarter | Self::Quarter(_) => {
                let quarter = self.quarter(today).unwrap_or(Quarter::of(today));
                format!("Q{} {}", quarter.number, quarter.year)
            }
            Self::Year(year) => year.to_string(),
            Self::Weeks => format!("Last {WEEKS} weeks"),
            Self::Days(from, last) => format!("{from} to {last}"),
        }
    }

    /// Reads the part of a query that is about days.
    pub(crate) fn parse(query: &str) -> Self {
        let find = |wanted: &str| {
            let mut found = pairs(query).filter(|(name, _)| *name == wanted);
            found.next().map(|(_, value)| value)
        };
        if let (Some(Ok(from)), Some(Ok(last))) =
            (find("from").map(str::parse), find("to").map(str::parse))
            && from <= last
        {
            return Self::Days(from, last);
        }
        match find("period") {
            Some("13w") => Self::Weeks,
            Some(text) => {
                let year = text
                    .parse()
                    .ok()
                    .filter(|year| (1900..3000).contains(year))
                    .map(Self::Year);
                let quarter = text.parse().ok().map(Self::Quarter);
                quarter.or(year).unwrap_or_default()
            }
            None => Self::default(),
        }
    }

    /// Its parts of a query.
    pub(crate) fn to_query(self) -> Vec<String> {
        match self {
            Self::ThisQuarter => vec![],
            Self::Quarter(quarter) => vec![format!("period={quarter}")],
            Self::Year(year) => vec![format!("period={year}")],
            Self::Weeks => vec!["period=13w".into()],
            Self::Days(from, last) => vec![format!("from={from}"), format!("to={last}")],
        }
    }
}

/// The 13 weeks, Monday to Sunday, of which the last has `day` in it.
pub fn weeks_until(day: Day) -> Vec<Period> {
    let back = |from: Day, days: u32| {
        from.checked_sub_days(Days::new(days.into()))
            .unwrap_or(from)
    };
    let monday = back(day, day.weekday().num_days_from_monday());
    let week = |weeks_ago: u32| {
        let from = back(monday, weeks_ago * 7);
        Period {
            from,
            to: from.checked_add_days(Days::new(7)).unwrap_or(from),
        }
    };
    (0..WEEKS).rev().map(week).collect()
}

#[cfg(test)]
pub(crate) fn any_span() -> impl proptest::strategy::Strategy<Value = Span> {
    use proptest::prelude::*;
    let day = |n: i32| Day::from_num_days_from_ce_opt(730_000 + n).unwrap();
    prop_oneof![
        Just(Span::ThisQuarter),
        Just(Span::Weeks),
        (1900..3000_i32, 1..=4_u32)
            .prop_map(|(year, number)| Span::Quarter(Quarter { year, number })),
        (1900..3000_i32).prop_map(Span::Year),
        (0..20_000, 0..900)
            .prop_map(move |(from, length)| Span::Days(day(from), day(from + length))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("", "2026-10-01", "2027-01-01")]
    #[case("period=2026-Q1", "2026-01-01", "2026-04-01")]
    #[case("period=2026", "2026-01-01", "2027-01-01")]
    #[case("period=13w", "2026-08-31", "2026-11-30")]
    #[case("from=2026-03-05&to=2026-03-05", "2026-03-05", "2026-03-06")]
    #[case("from=2026-03-05&to=2026-03-04", "2026-10-01", "2027-01-01")]
    fn has_its_days(#[case] query: &str, #[case] from: Day, #[case] to: Day) {
        let today = "2026-11-23".parse().unwrap();
        assert_eq!(Span::parse(query).period(today), Period { from, to });
    }

    #[test]
    fn weeks_begin_on_mondays_and_follow_each_other() {
        let weeks = weeks_until("2026-11-29".parse().unwrap());
        assert_eq!(weeks.len(), 13);
        assert_eq!(weeks[12].from.to_string(), "2026-11-23");
        assert!(weeks.windows(2).all(|pair| pair[0].to == pair[1].from));
    }
}
