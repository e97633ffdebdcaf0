//! When an SLA runs out, without holds.

use crate::given::{USUAL, at, berlin, calendar};
use domain::calendar::{Due, Sla};
use rstest::rstest;

#[rstest]
#[case::in_the_middle_of_a_day(
    "3 business days",
    "2026-03-02T10:00:00+01:00",
    "2026-03-05T10:00:00+01:00"
)]
#[case::exactly_at_closing(
    "3 business days",
    "2026-03-02T09:00:00+01:00",
    "2026-03-04T18:00:00+01:00"
)]
#[case::from_before_opening(
    "1 business day",
    "2026-03-02T06:00:00+01:00",
    "2026-03-02T18:00:00+01:00"
)]
#[case::from_closing(
    "1 business hour",
    "2026-03-02T18:00:00+01:00",
    "2026-03-03T10:00:00+01:00"
)]
#[case::from_a_saturday(
    "2 business hours",
    "2026-03-07T12:00:00+01:00",
    "2026-03-09T11:00:00+01:00"
)]
#[case::over_holidays(
    "1 business day",
    "2026-04-02T16:00:00+02:00",
    "2026-04-07T16:00:00+02:00"
)]
#[case::all_hours("48 hours", "2026-03-06T17:00:00+01:00", "2026-03-08T17:00:00+01:00")]
#[case::seconds_are_kept(
    "1 business day",
    "2026-03-02T10:00:00.5+01:00",
    "2026-03-03T10:00:00.5+01:00"
)]
fn in_berlin(#[case] sla: Sla, #[case] start: &str, #[case] due: &str) {
    assert_eq!(berlin().due(sla, at(start), &[]), Due::At(at(due)));
}

const NOON: &str = "Mon-Fri 09:00-12:30;Mon-Fri 13:30-18:00";
const SHORT_FRIDAY: &str = "Mon-Thu 09:00-18:00;Fri 09:00-15:00";

#[rstest]
#[case::over_noon(
    NOON,
    "4 business hours",
    "2026-03-02T10:00:00+01:00",
    "2026-03-02T15:00:00+01:00"
)]
#[case::at_noon(
    NOON,
    "3 business hours",
    "2026-03-02T09:30:00+01:00",
    "2026-03-02T12:30:00+01:00"
)]
#[case::from_noon(
    NOON,
    "1 business hour",
    "2026-03-02T13:00:00+01:00",
    "2026-03-02T14:30:00+01:00"
)]
#[case::a_day_is_the_longest(
    SHORT_FRIDAY,
    "1 business day",
    "2026-03-06T09:00:00+01:00",
    "2026-03-09T12:00:00+01:00"
)]
fn by_the_opening_hours(
    #[case] opening: &str,
    #[case] sla: Sla,
    #[case] start: &str,
    #[case] due: &str,
) {
    let calendar = calendar("Europe/Berlin", opening);
    assert_eq!(calendar.due(sla, at(start), &[]), Due::At(at(due)));
}

const ALWAYS: &str = "Mon-Sun 00:00-24:00";
const SUNDAY_NIGHT: &str = "Sun 01:00-05:00";
const BERLIN: &str = "Europe/Berlin";
const NEW_YORK: &str = "America/New_York";

/// Clocks change in Berlin on 29 March and 25 October, in New York on 8 March and 1 November 2026.
#[rstest]
#[case::berlin_spring(
    BERLIN,
    USUAL,
    "1 business day",
    "2026-03-27T16:00:00+01:00",
    "2026-03-30T16:00:00+02:00"
)]
#[case::berlin_spring_all_hours(
    BERLIN,
    USUAL,
    "48 hours",
    "2026-03-28T12:00:00+01:00",
    "2026-03-30T13:00:00+02:00"
)]
#[case::berlin_spring_always_open(
    BERLIN,
    ALWAYS,
    "1 business day",
    "2026-03-28T12:00:00+01:00",
    "2026-03-29T13:00:00+02:00"
)]
#[case::berlin_spring_three_hours_of_four(
    BERLIN,
    SUNDAY_NIGHT,
    "4 business hours",
    "2026-03-29T00:00:00+01:00",
    "2026-04-05T02:00:00+02:00"
)]
#[case::berlin_autumn(
    BERLIN,
    USUAL,
    "1 business day",
    "2026-10-23T16:00:00+02:00",
    "2026-10-26T16:00:00+01:00"
)]
#[case::berlin_autumn_all_hours(
    BERLIN,
    USUAL,
    "48 hours",
    "2026-10-24T12:00:00+02:00",
    "2026-10-26T11:00:00+01:00"
)]
#[case::berlin_autumn_always_open(
    BERLIN,
    ALWAYS,
    "1 business day",
    "2026-10-24T12:00:00+02:00",
    "2026-10-25T11:00:00+01:00"
)]
#[case::berlin_autumn_five_hours_of_four(
    BERLIN,
    SUNDAY_NIGHT,
    "5 business hours",
    "2026-10-25T00:00:00+02:00",
    "2026-10-25T05:00:00+01:00"
)]
#[case::new_york_spring(
    NEW_YORK,
    USUAL,
    "1 business day",
    "2026-03-06T16:00:00-05:00",
    "2026-03-09T16:00:00-04:00"
)]
#[case::new_york_spring_all_hours(
    NEW_YORK,
    USUAL,
    "48 hours",
    "2026-03-07T12:00:00-05:00",
    "2026-03-09T13:00:00-04:00"
)]
#[case::new_york_spring_always_open(
    NEW_YORK,
    ALWAYS,
    "1 business day",
    "2026-03-07T12:00:00-05:00",
    "2026-03-08T13:00:00-04:00"
)]
#[case::new_york_autumn(
    NEW_YORK,
    USUAL,
    "1 business day",
    "2026-10-30T16:00:00-04:00",
    "2026-11-02T16:00:00-05:00"
)]
#[case::new_york_autumn_all_hours(
    NEW_YORK,
    USUAL,
    "48 hours",
    "2026-10-31T12:00:00-04:00",
    "2026-11-02T11:00:00-05:00"
)]
#[case::new_york_autumn_five_hours_of_four(
    NEW_YORK,
    SUNDAY_NIGHT,
    "5 business hours",
    "2026-11-01T00:00:00-04:00",
    "2026-11-01T05:00:00-05:00"
)]
fn over_clock_changes(
    #[case] zone: &str,
    #[case] opening: &str,
    #[case] sla: Sla,
    #[case] start: &str,
    #[case] due: &str,
) {
    let calendar = calendar(zone, opening);
    assert_eq!(calendar.due(sla, at(start), &[]), Due::At(at(due)));
}
