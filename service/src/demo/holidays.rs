//! The days on which an agency in the United States is closed.

use chrono::{Datelike, Days, Weekday};
use domain::time::Day;
use std::collections::BTreeMap;

/// The holidays of the years from the first to the last, by day.
pub fn between(first: i32, last: i32) -> BTreeMap<Day, String> {
    (first..=last)
        .flat_map(of)
        .map(|(day, name)| (day, name.to_owned()))
        .collect()
}

fn of(year: i32) -> Vec<(Day, &'static str)> {
    let mut days = Vec::new();
    let mut add = |day: Option<Day>, name| days.extend(day.map(|day| (day, name)));
    let fixed = |month, day| Day::from_ymd_opt(year, month, day).map(observed);
    let nth = |month, weekday, n| Day::from_weekday_of_month_opt(year, month, weekday, n);
    add(fixed(1, 1), "New Year's Day");
    add(nth(1, Weekday::Mon, 3), "Martin Luther King Jr. Day");
    add(nth(2, Weekday::Mon, 3), "Presidents' Day");
    add(
        nth(5, Weekday::Mon, 5).or_else(|| nth(5, Weekday::Mon, 4)),
        "Memorial Day",
    );
    add(fixed(6, 19), "Juneteenth");
    add(fixed(7, 4), "Independence Day");
    add(nth(9, Weekday::Mon, 1), "Labor Day");
    let thanksgiving = nth(11, Weekday::Thu, 4);
    add(thanksgiving, "Thanksgiving");
    add(
        thanksgiving.map(|day| day + Days::new(1)),
        "Day after Thanksgiving",
    );
    add(fixed(12, 25), "Christmas Day");
    days
}

/// A holiday on a weekend is kept on the nearest weekday.
fn observed(day: Day) -> Day {
    match day.weekday() {
        Weekday::Sat => day - Days::new(1),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-07-03", "Independence Day")]
    #[case("2026-05-25", "Memorial Day")]
    #[case("2026-11-26", "Thanksgiving")]
    #[case("2026-09-07", "Labor Day")]
    #[case("2027-05-31", "Memorial Day")]
    fn knows_the_day(#[case] day: Day, #[case] name: &str) {
        assert_eq!(
            between(2026, 2027).get(&day).map(String::as_str),
            Some(name)
        );
    }
}
