//! What holds do to a due time. The SLA here: 3 business days from Monday 10:00, due on Thursday 10:00.

use crate::given::{at, berlin, holds};
use domain::calendar::{Due, Sla};
use rstest::rstest;

const START: &str = "2026-03-02T10:00:00+01:00";
const SLA: Sla = Sla::BusinessDays(3);

#[rstest]
#[case::none("", "2026-03-05T10:00:00+01:00")]
#[case::two_hours(
    "2026-03-03T10:00:00+01:00/2026-03-03T12:00:00+01:00",
    "2026-03-05T12:00:00+01:00"
)]
#[case::overlapping_count_once(
    "2026-03-03T11:00:00+01:00/2026-03-03T13:00:00+01:00 2026-03-03T10:00:00+01:00/2026-03-03T12:00:00+01:00",
    "2026-03-05T13:00:00+01:00"
)]
#[case::by_night(
    "2026-03-02T20:00:00+01:00/2026-03-03T08:00:00+01:00",
    "2026-03-05T10:00:00+01:00"
)]
#[case::over_closing(
    "2026-03-02T17:00:00+01:00/2026-03-03T10:00:00+01:00",
    "2026-03-05T12:00:00+01:00"
)]
#[case::from_before_the_start(
    "2026-03-02T08:00:00+01:00/2026-03-02T11:00:00+01:00",
    "2026-03-05T11:00:00+01:00"
)]
#[case::of_no_length(
    "2026-03-03T10:00:00+01:00/2026-03-03T10:00:00+01:00",
    "2026-03-05T10:00:00+01:00"
)]
#[case::from_when_it_ran_out("2026-03-05T10:00:00+01:00/", "2026-03-05T10:00:00+01:00")]
#[case::after_it_ran_out(
    "2026-03-05T11:00:00+01:00/2026-03-09T11:00:00+01:00",
    "2026-03-05T10:00:00+01:00"
)]
#[case::around_the_due_time(
    "2026-03-05T09:30:00+01:00/2026-03-05T12:00:00+01:00",
    "2026-03-05T12:30:00+01:00"
)]
fn move_the_due_time(#[case] text: &str, #[case] due: &str) {
    assert_eq!(berlin().due(SLA, at(START), &holds(text)), Due::At(at(due)));
}

#[rstest]
#[case::from_the_start("2026-03-02T10:00:00+01:00/", 27 * 3600)]
#[case::from_before_the_start("2026-03-01T10:00:00+01:00/", 27 * 3600)]
#[case::in_open_hours("2026-03-03T09:00:00+01:00/", 19 * 3600)]
#[case::by_night("2026-03-02T22:00:00+01:00/", 19 * 3600)]
#[case::a_second_before_it_ran_out("2026-03-05T09:59:59+01:00/", 1)]
#[case::after_another("2026-03-02T10:00:00+01:00/2026-03-02T11:00:00+01:00 2026-03-02T12:00:00+01:00/", 26 * 3600)]
fn stop_it_while_they_last(#[case] text: &str, #[case] left_seconds: i64) {
    let due = berlin().due(SLA, at(START), &holds(text));
    assert_eq!(due, Due::Held { left_seconds });
    assert_eq!(due.at(), None);
}

#[test]
fn one_that_begins_at_the_closing_at_which_it_is_due_changes_nothing() {
    let start = at("2026-03-02T09:00:00+01:00");
    let closing = at("2026-03-04T18:00:00+01:00");
    let due = berlin().due(SLA, start, &holds("2026-03-04T18:00:00+01:00/"));
    assert_eq!(due, Due::At(closing));
}

#[rstest]
#[case::on_hold(
    Sla::Hours(48),
    "2026-03-03T10:00:00+01:00/2026-03-03T22:00:00+01:00",
    "2026-03-04T22:00:00+01:00"
)]
fn stop_clocks_of_all_hours_as_well(#[case] sla: Sla, #[case] text: &str, #[case] due: &str) {
    assert_eq!(berlin().due(sla, at(START), &holds(text)), Due::At(at(due)));
}

#[test]
fn elapsed_leaves_them_out_and_goes_on_when_time_has_run_out() {
    let calendar = berlin();
    let held = holds("2026-03-03T10:00:00+01:00/2026-03-03T12:00:00+01:00");
    let used = |until: &str| calendar.elapsed(SLA, at(START), at(until), &held);
    assert_eq!(used("2026-03-02T09:00:00+01:00"), 0);
    assert_eq!(used("2026-03-03T11:00:00+01:00"), 9 * 3600);
    assert_eq!(used("2026-03-05T12:00:00+01:00"), 27 * 3600);
    assert_eq!(used("2026-03-05T14:00:00+01:00"), 29 * 3600);
}
