//! Who is free: how much of each person's week is taken.

use super::WeeklyHours;
use crate::{
    ids::{EngagementId, PersonId},
    time::Day,
};
use chrono::{Datelike, TimeDelta};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many weeks are shown, from this one on.
pub const WEEKS_SHOWN: usize = 8;

/// A person's time that an engagement takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booking {
    /// Whose time.
    pub person: PersonId,
    /// What for.
    pub engagement: EngagementId,
    /// How much of a week.
    pub hours: WeeklyHours,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

/// How much of a person's weeks is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLoad {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Percent of the contracted hours, week by week; above 100 where more is asked than there is.
    pub weeks: Vec<i64>,
}

/// The Monday of a day's week.
pub fn monday(day: Day) -> Day {
    day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()))
}

/// Percent of `weekly_hours` (hundredths of an hour) of `person` taken in each of `weeks` weeks from the one of `from`,
/// rounded half up.
///
/// `plans` are lists of bookings that may name the same work (a staffing plan, and the answer to its pod request): of
/// each engagement the list that takes most counts. A booking takes of a week in proportion to its working days,
/// Monday to Friday.
pub fn weekly(
    person: PersonId,
    weekly_hours: i64,
    plans: &[&[Booking]],
    from: Day,
    weeks: usize,
) -> Vec<i64> {
    let first = monday(from);
    let mondays = (0..weeks as i64).map(|week| first + TimeDelta::weeks(week));
    mondays
        .map(|monday| percent(taken(person, plans, monday), weekly_hours))
        .collect()
}

/// Hundredths of an hour × working days.
fn taken(person: PersonId, plans: &[&[Booking]], monday: Day) -> i64 {
    let mut most: BTreeMap<EngagementId, i64> = BTreeMap::new();
    for plan in plans {
        let mut sums: BTreeMap<EngagementId, i64> = BTreeMap::new();
        for booking in plan.iter().filter(|booking| booking.person == person) {
            let days = working_days(booking, monday);
            *sums.entry(booking.engagement).or_default() += booking.hours.hundredths() * days;
        }
        for (engagement, sum) in sums {
            let known = most.entry(engagement).or_default();
            *known = sum.max(*known);
        }
    }
    most.values().sum()
}

fn working_days(booking: &Booking, monday: Day) -> i64 {
    let friday = monday + TimeDelta::days(4);
    let days = booking.to.min(friday) - booking.from.max(monday);
    (days.num_days() + 1).max(0)
}

fn percent(taken: i64, weekly_hours: i64) -> i64 {
    let whole = i128::from(weekly_hours) * 5;
    crate::money::div_half_up(i128::from(taken) * 100, whole)
}
