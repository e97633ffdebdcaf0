//! The year of the story: its days, and when people work in it.

use super::holidays;
use chrono::{Datelike, Days, NaiveTime, TimeDelta, Timelike};
use domain::{
    calendar::{Calendar, Sla},
    time::{Day, Instant, NotAZone, Zone},
};

/// The opening hours, with a lunch break.
pub const OPENING: &str = "Mon-Fri 09:00-12:30;Mon-Fri 13:30-18:00";
/// The time zone.
pub const ZONE: &str = "America/Los_Angeles";
/// The length of the story in days.
const LENGTH: i64 = 365;

/// The year that ends at the moment of today.
#[derive(Clone, Debug)]
pub struct Year {
    /// When the agency is open.
    pub calendar: Calendar,
    /// Its last day.
    pub today: Day,
    /// Now: 11:00 on the wall. Nothing has happened after it.
    pub moment: Instant,
}

impl Year {
    /// The year that ends at `today`.
    ///
    /// # Errors
    /// When the zone database does not know the agency's zone.
    pub fn ending(today: Day) -> Result<Self, NotAZone> {
        let zone = Zone::from_iana(ZONE)?;
        let moment = zone.start_of(today) + TimeDelta::hours(11);
        let opening = OPENING
            .parse()
            .unwrap_or_else(|_| domain::calendar::Opening::usual());
        let holidays = holidays::between(today.year() - 2, today.year() + 1);
        let calendar = Calendar {
            zone,
            opening,
            holidays,
        };
        Ok(Self {
            calendar,
            today,
            moment,
        })
    }

    /// The day at this part of the year: 0 is its first, 1 is today; less than 0 is before it.
    pub fn day(&self, part: f64) -> Day {
        self.days_ago(((1.0 - part) * LENGTH as f64).round() as i64)
    }

    /// The day so many days before today; after it, where negative.
    pub fn days_ago(&self, days: i64) -> Day {
        self.today - TimeDelta::days(days)
    }

    /// How far the year has come on `day`, from 0 to 1.
    pub fn part(&self, day: Day) -> f64 {
        (1.0 - (self.today - day).num_days() as f64 / LENGTH as f64).clamp(0.0, 1.0)
    }

    /// Whether it lies in the past.
    pub fn is_past(&self, at: Instant) -> bool {
        at <= self.moment
    }

    /// The agency's day of an instant.
    pub fn day_of(&self, at: Instant) -> Day {
        self.calendar.zone.day(at)
    }

    /// When the wall shows this hour of the day, to the minute.
    pub fn at(&self, day: Day, hour: f64) -> Instant {
        let midnight = day.and_time(NaiveTime::MIN);
        self.calendar
            .zone
            .instant(midnight + TimeDelta::minutes((hour * 60.0) as i64))
    }

    /// Whether people work on that day.
    pub fn is_working(&self, day: Day) -> bool {
        self.calendar.open_on(day).next().is_some()
    }

    /// The next working day, `day` itself where it is one.
    pub fn working(&self, day: Day) -> Day {
        let mut days = (0..30).map(|n| day + Days::new(n));
        days.find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// The instant itself where the agency is open, or else its next opening; to the minute.
    pub fn open_at(&self, at: Instant) -> Instant {
        let (opens, _) = self.calendar.open_from(at).next().unwrap_or((at, at));
        to_the_minute(opens)
    }

    /// When so many open hours have passed; to the minute.
    pub fn later(&self, from: Instant, hours: f64) -> Instant {
        let mut left = TimeDelta::seconds((hours * 3600.0) as i64);
        for (opens, closes) in self.calendar.open_from(from) {
            if left <= closes - opens {
                return to_the_minute(opens + left);
            }
            left -= closes - opens;
        }
        from
    }

    /// The open hours between two instants.
    pub fn open_hours(&self, from: Instant, to: Instant) -> f64 {
        let spans = self
            .calendar
            .open_from(from)
            .take_while(|(opens, _)| *opens < to);
        let passed: TimeDelta = spans.map(|(opens, closes)| closes.min(to) - opens).sum();
        passed.num_seconds() as f64 / 3600.0
    }

    /// When this share of an SLA's time has been used.
    pub fn used(&self, sla: Sla, from: Instant, share: f64) -> Instant {
        let hours = self.calendar.allowance_seconds(sla) as f64 / 3600.0 * share;
        match sla {
            Sla::Hours(_) => to_the_minute(from + TimeDelta::seconds((hours * 3600.0) as i64)),
            Sla::BusinessDays(_) | Sla::BusinessHours(_) => self.later(from, hours),
        }
    }
}

fn to_the_minute(at: Instant) -> Instant {
    at - TimeDelta::seconds(i64::from(at.second()))
        - TimeDelta::nanoseconds(i64::from(at.nanosecond()))
}
