//! The agency's time zone, as the list of its clock changes.
//!
//! The IANA database is too heavy for the browser, so the server turns one zone of it into this
//! list once, and both sides calculate with the list.

use super::{Day, Instant};
use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// A time zone: from each instant on, how many seconds local clocks are ahead of UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// The IANA name, such as `America/Los_Angeles`.
    pub name: String,
    /// (from this Unix second on, seconds ahead of UTC), ascending; the first also holds before.
    changes: Vec<(i64, i32)>,
}

impl Zone {
    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self {
            name: "UTC".into(),
            changes: vec![(0, 0)],
        }
    }

    fn offset(&self, at: i64) -> i64 {
        let after = self.changes.partition_point(|change| change.0 <= at);
        i64::from(self.changes[after.saturating_sub(1)].1)
    }

    /// What clocks on the agency's wall show at `at`.
    pub fn local(&self, at: Instant) -> NaiveDateTime {
        at.naive_utc() + TimeDelta::seconds(self.offset(at.timestamp()))
    }

    /// The agency's day that `at` falls on.
    pub fn day(&self, at: Instant) -> Day {
        self.local(at).date()
    }

    /// When the wall shows `local`: the earlier instant where clocks show it twice, the moment of
    /// the change where they skip it.
    pub fn instant(&self, local: NaiveDateTime) -> Instant {
        let wall = local.and_utc().timestamp();
        // No zone is ever further than a day from UTC, so one of the offsets around holds.
        let (before, after) = (self.offset(wall - 86_400), self.offset(wall + 86_400));
        let first = wall - before;
        let unix = if self.offset(first) == before {
            first
        } else if self.offset(wall - after) == after {
            wall - after
        } else {
            self.change_between(wall - 86_400, wall + 86_400)
                .unwrap_or(first)
        };
        let nanos = local.and_utc().timestamp_subsec_nanos();
        DateTime::from_timestamp(unix, nanos).unwrap_or_default()
    }

    fn change_between(&self, from: i64, to: i64) -> Option<i64> {
        self.changes
            .iter()
            .map(|change| change.0)
            .find(|at| (from..=to).contains(at))
    }

    /// The first instant of `day`.
    pub fn start_of(&self, day: Day) -> Instant {
        self.instant(day.and_time(NaiveTime::MIN))
    }

    /// The end of `day`, which is the first instant of the next.
    pub fn end_of(&self, day: Day) -> Instant {
        self.start_of(day.checked_add_days(Days::new(1)).unwrap_or(day))
    }
}

#[cfg(feature = "iana")]
mod iana {
    use super::Zone;
    use chrono::{DateTime, Offset, TimeZone};

    /// The years for which clock changes are listed.
    const YEARS: std::ops::Range<i64> = 1990..2060;

    /// Why a name is no time zone.
    #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
    #[error("`{0}` is not a time zone of the IANA database: write it like `America/Los_Angeles`")]
    pub struct NotAZone(pub String);

    impl Zone {
        /// Reads a zone of the IANA database.
        ///
        /// # Errors
        /// When the database has no zone of that name.
        pub fn from_iana(name: &str) -> Result<Self, NotAZone> {
            let zone: chrono_tz::Tz = name.parse().map_err(|_| NotAZone(name.to_owned()))?;
            let offset = |unix: i64| {
                let utc = DateTime::from_timestamp(unix, 0)
                    .unwrap_or_default()
                    .naive_utc();
                zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
            };
            let year = 31_556_952;
            let (first, last) = ((YEARS.start - 1970) * year, (YEARS.end - 1970) * year);
            let mut before = offset(first);
            let mut changes = vec![(first, before)];
            for day in (first..last).step_by(86_400) {
                let after = offset(day + 86_400);
                if before != after {
                    changes.push((first_with(day, day + 86_400, before, offset), after));
                }
                before = after;
            }
            Ok(Self {
                name: name.to_owned(),
                changes,
            })
        }
    }

    /// The first second of `(low, high]` whose offset is no longer `before`.
    fn first_with(mut low: i64, mut high: i64, before: i32, offset: impl Fn(i64) -> i32) -> i64 {
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if offset(middle) == before {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}

#[cfg(feature = "iana")]
pub use iana::NotAZone;

#[cfg(all(test, feature = "iana"))]
mod tests {
    use super::*;
    use rstest::rstest;

    fn berlin() -> Zone {
        Zone::from_iana("Europe/Berlin").unwrap()
    }

    #[rstest]
    #[case("2026-01-15T09:00:00", "2026-01-15T08:00:00Z")]
    #[case("2026-07-15T09:00:00", "2026-07-15T07:00:00Z")]
    // Clocks skip from 02:00 to 03:00: the moment of the change.
    #[case("2026-03-29T02:30:00", "2026-03-29T01:00:00Z")]
    // Clocks show 02:30 twice: the earlier.
    #[case("2026-10-25T02:30:00", "2026-10-25T00:30:00Z")]
    #[case("2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    fn reads_the_wall(#[case] local: &str, #[case] instant: Instant) {
        assert_eq!(berlin().instant(local.parse().unwrap()), instant);
    }

    #[rstest]
    #[case("2026-03-29", 23)]
    #[case("2026-06-01", 24)]
    #[case("2026-10-25", 25)]
    fn days_last_what_they_last(#[case] day: Day, #[case] hours: i64) {
        let zone = berlin();
        assert_eq!((zone.end_of(day) - zone.start_of(day)).num_hours(), hours);
    }

    #[test]
    fn agrees_with_the_database_every_hour_of_a_year() {
        use chrono::TimeZone;
        for name in [
            "America/Los_Angeles",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "Asia/Kolkata",
        ] {
            let (zone, tz) = (
                Zone::from_iana(name).unwrap(),
                name.parse::<chrono_tz::Tz>().unwrap(),
            );
            for hour in 0..24 * 366 {
                let at = DateTime::from_timestamp(1_767_225_600 + hour * 3600, 0).unwrap();
                assert_eq!(
                    zone.local(at),
                    tz.from_utc_datetime(&at.naive_utc()).naive_local(),
                    "{name} {at}"
                );
            }
        }
    }

    #[test]
    fn names_what_is_no_zone() {
        assert!(
            Zone::from_iana("Mars/Olympus")
                .unwrap_err()
                .to_string()
                .contains("Mars/Olympus")
        );
    }
}
