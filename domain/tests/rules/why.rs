//! "Why is it due then", as it is read.

use crate::given::{at, berlin, calendar, holds};
use domain::{
    calendar::{Calendar, Sla, StepKind},
    time::{Instant, Zone},
};
use rstest::rstest;

fn lines(calendar: &Calendar, sla: Sla, start: &str, held: &str) -> Vec<String> {
    let show = |zone: &Zone, at: Instant| zone.local(at).format("%a %d %H:%M").to_string();
    let steps = calendar.why(sla, at(start), &holds(held)).into_iter();
    steps
        .map(|step| {
            let from = show(&calendar.zone, step.from);
            let to = step.to.map_or("…".into(), |to| show(&calendar.zone, to));
            let what = match step.kind {
                StepKind::Counted { seconds } => format!("{} min", seconds / 60),
                StepKind::Closed(closure) => closure.to_string(),
                StepKind::Held => "held".into(),
            };
            format!("{from} – {to}: {what}")
        })
        .collect()
}

#[test]
fn nights_weekends_and_holidays_are_named() {
    let lines = lines(
        &berlin(),
        Sla::BusinessDays(2),
        "2026-04-01T16:00:00+02:00",
        "",
    );
    assert_eq!(
        lines,
        [
            "Wed 01 16:00 – Wed 01 18:00: 120 min",
            "Wed 01 18:00 – Thu 02 09:00: outside opening hours",
            "Thu 02 09:00 – Thu 02 18:00: 540 min",
            "Thu 02 18:00 – Sat 04 00:00: Good Friday",
            "Sat 04 00:00 – Mon 06 00:00: not a working day",
            "Mon 06 00:00 – Tue 07 09:00: Easter Monday",
            "Tue 07 09:00 – Tue 07 16:00: 420 min",
        ]
    );
}

#[test]
fn a_hold_hides_what_was_closed_meanwhile() {
    let held = "2026-03-06T17:00:00+01:00/2026-03-09T10:00:00+01:00";
    let lines = lines(
        &berlin(),
        Sla::BusinessHours(3),
        "2026-03-06T15:00:00+01:00",
        held,
    );
    assert_eq!(
        lines,
        [
            "Fri 06 15:00 – Fri 06 17:00: 120 min",
            "Fri 06 17:00 – Mon 09 10:00: held",
            "Mon 09 10:00 – Mon 09 11:00: 60 min",
        ]
    );
}

#[test]
fn a_hold_that_lasts_is_the_last_step() {
    let held = "2026-03-07T12:00:00+01:00/";
    let lines = lines(
        &berlin(),
        Sla::BusinessHours(3),
        "2026-03-06T17:00:00+01:00",
        held,
    );
    assert_eq!(
        lines,
        [
            "Fri 06 17:00 – Fri 06 18:00: 60 min",
            "Fri 06 18:00 – Sat 07 12:00: not a working day",
            "Sat 07 12:00 – …: held",
        ]
    );
}

#[test]
fn noon_is_outside_hours() {
    let noon = calendar("Europe/Berlin", "Mon-Fri 09:00-12:30;Mon-Fri 13:30-18:00");
    let lines = lines(
        &noon,
        Sla::BusinessHours(4),
        "2026-03-02T10:00:00+01:00",
        "",
    );
    assert_eq!(
        lines[1],
        "Mon 02 12:30 – Mon 02 13:30: outside opening hours"
    );
}

#[rstest]
#[case("", &["Mon 02 10:00 – Wed 04 10:00: 2880 min"])]
#[case("2026-03-03T10:00:00+01:00/2026-03-03T11:00:00+01:00", &[
    "Mon 02 10:00 – Tue 03 10:00: 1440 min",
    "Tue 03 10:00 – Tue 03 11:00: held",
    "Tue 03 11:00 – Wed 04 11:00: 1440 min",
])]
fn clocks_of_all_hours_know_holds_only(#[case] held: &str, #[case] expected: &[&str]) {
    assert_eq!(
        lines(&berlin(), Sla::Hours(48), "2026-03-02T10:00:00+01:00", held),
        expected
    );
}
