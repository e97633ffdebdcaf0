//! The clock on a card.

use crate::given::{at, berlin, holds, job_event};
use chrono::TimeDelta;
use domain::{
    calendar::Sla,
    clock::{Clock, ClockState},
    facts::JobFact,
    ids::{JobId, WorkflowId},
    job::{self, JobEvent, JobEventKind},
};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

const START: &str = "2026-03-02T10:00:00+01:00";

#[rstest]
#[case("2026-03-02T10:00:00+01:00", ClockState::Calm, 0)]
#[case("2026-03-03T10:00:00+01:00", ClockState::Calm, 500)]
#[case("2026-03-04T00:23:59+01:00", ClockState::Calm, 799)]
#[case("2026-03-04T00:24:00+01:00", ClockState::AtRisk, 800)]
#[case("2026-03-04T09:59:59+01:00", ClockState::AtRisk, 999)]
#[case("2026-03-04T10:00:00+01:00", ClockState::Breached, 1000)]
#[case("2026-03-09T10:00:00+01:00", ClockState::Breached, 1000)]
fn runs_from_calm_to_breached(#[case] now: &str, #[case] state: ClockState, #[case] used: i64) {
    let clock = Clock::by_sla(&berlin(), Sla::Hours(48), at(START), &[]);
    assert_eq!(clock.state(at(now)), state);
    assert_eq!(clock.used_per_mille(at(now)), Some(used));
}

#[test]
fn counts_down() {
    let clock = Clock::until(at(START), at("2026-03-04T10:00:00+01:00"));
    let left = |now| clock.left(&berlin(), at(now)).map(|left| left.seconds);
    assert_eq!(left("2026-03-04T09:00:00+01:00"), Some(3600));
    assert_eq!(left("2026-03-04T11:00:00+01:00"), Some(0));
}

/// 3 business days of 9 hours, from Monday 10:00 on: due on Thursday 10:00.
#[rstest]
#[case::whole("2026-03-02T10:00:00+01:00", 27 * 60)]
#[case::noon("2026-03-02T12:45:00+01:00", 24 * 60 + 15)]
#[case::at_night("2026-03-03T03:00:00+01:00", 19 * 60)]
#[case::last_evening("2026-03-04T20:00:00+01:00", 60)]
#[case::last_minute("2026-03-05T09:59:00+01:00", 1)]
#[case::due("2026-03-05T10:00:00+01:00", 0)]
#[case::late("2026-03-06T10:00:00+01:00", 0)]
fn a_business_clock_has_open_minutes_left(#[case] now: &str, #[case] minutes: i64) {
    let clock = Clock::by_sla(&berlin(), Sla::BusinessDays(3), at(START), &[]);
    let left = clock.left(&berlin(), at(now)).unwrap();
    assert_eq!((left.seconds, left.day), (minutes * 60, 9 * 3600));
    assert!(left.business);
}

#[rstest]
// Good Friday, the weekend and Easter Monday do not count.
#[case::holidays("2026-04-02T16:00:00+02:00", 4)]
// Nor does the hour that clocks skip in that night.
#[case::clock_change("2026-03-27T16:00:00+01:00", 4)]
fn closed_days_leave_what_is_left(#[case] start: &str, #[case] hours: u32) {
    let clock = Clock::by_sla(&berlin(), Sla::BusinessHours(hours), at(start), &[]);
    let closed = at(start) + TimeDelta::days(2);
    let left = clock.left(&berlin(), closed).unwrap();
    assert_eq!(left.seconds, i64::from(hours) * 3600 - 2 * 3600);
}

/// 80 % of the open time, not of the time that passes: 10 hours from Friday noon on are due on Monday 13:00.
#[rstest]
#[case("2026-03-09T10:59:59+01:00", ClockState::Calm)]
#[case("2026-03-09T11:00:00+01:00", ClockState::AtRisk)]
#[case("2026-03-09T12:59:59+01:00", ClockState::AtRisk)]
#[case("2026-03-09T13:00:00+01:00", ClockState::Breached)]
fn a_business_clock_is_at_risk_by_its_open_time(#[case] now: &str, #[case] state: ClockState) {
    let start = at("2026-03-06T12:00:00+01:00");
    let clock = Clock::by_sla(&berlin(), Sla::BusinessHours(10), start, &[]);
    assert_eq!(clock.state(at(now)), state);
}

#[test]
fn what_a_page_knows_of_the_calendar_counts_down_as_all_of_it_does() {
    let start = at("2026-04-02T16:00:00+02:00");
    let clock = Clock::by_sla(&berlin(), Sla::BusinessDays(2), start, &[]);
    for hours in 0..24 * 9 {
        let now = start + TimeDelta::hours(hours);
        let ahead = berlin().ahead(now);
        assert_eq!(clock.left(&ahead, now), clock.left(&berlin(), now), "{now}");
        assert!(ahead.holidays.values().all(String::is_empty));
    }
}

#[test]
fn one_that_was_kept_before_business_clocks_were_told_apart_can_be_read() {
    let clock = Clock::by_sla(&berlin(), Sla::Hours(48), at(START), &[]);
    let json = serde_json::to_string(&clock).unwrap();
    assert!(!json.contains("business"), "{json}");
    assert_eq!(serde_json::from_str::<Clock>(&json).unwrap(), clock);
}

proptest! {
    #[test]
    fn what_is_left_and_what_is_used_up_are_all(hours in 1_u32..60, start in 0_i64..400_000, passed in 0_i64..600_000) {
        let calendar = berlin();
        let sla = Sla::BusinessHours(hours);
        let start = at("2026-03-23T00:00:00+01:00") + TimeDelta::seconds(start);
        let now = start + TimeDelta::seconds(passed);
        let clock = Clock::by_sla(&calendar, sla, start, &[]);
        let used = calendar.elapsed(sla, start, now, &[]).min(calendar.allowance_seconds(sla));
        let left = clock.left(&calendar, now).unwrap().seconds;
        prop_assert_eq!(left + used, calendar.allowance_seconds(sla));
    }
}

#[test]
fn one_that_starts_after_it_is_due_is_breached_at_once() {
    let due = at("2026-03-01T10:00:00+01:00");
    let clock = Clock::until(at(START), due);
    assert_eq!(clock.at_risk_at, Some(due));
    assert_eq!(clock.state(at(START)), ClockState::Breached);
    assert_eq!(clock.used_per_mille(at(START)), Some(1000));
}

#[test]
fn without_a_promise_there_is_nothing_to_show() {
    let clock = Clock::unpromised(at(START));
    assert_eq!(clock.state(at(START)), ClockState::None);
    assert_eq!(clock.used_per_mille(at(START)), None);
    assert_eq!(clock.left(&berlin(), at(START)), None);
}

#[test]
fn on_hold_it_stands_still() {
    let held = holds("2026-03-03T09:00:00+01:00/");
    let clock = Clock::by_sla(&berlin(), Sla::BusinessHours(16), at(START), &held);
    let later = at("2026-06-01T10:00:00+02:00");
    assert_eq!(clock.state(later), ClockState::Held);
    assert_eq!(clock.used_per_mille(later), Some(500));
    let left = clock.left(&berlin(), later).unwrap();
    assert_eq!((left.seconds, left.business), (8 * 3600, true));
}

#[test]
fn it_travels_as_json() {
    let clock = Clock::by_sla(&berlin(), Sla::Hours(48), at(START), &[]);
    let json = serde_json::to_string(&clock).unwrap();
    assert_eq!(serde_json::from_str::<Clock>(&json).unwrap(), clock);
}

fn job(events: Vec<JobEvent>) -> JobFact {
    JobFact {
        id: JobId(Uuid::nil()),
        key: "job".into(),
        title: "A film".into(),
        workflow: WorkflowId(Uuid::nil()),
        submitted_at: at(START),
        sla: Sla::BusinessDays(3),
        events,
    }
}

#[rstest]
#[case::in_time("2026-03-05T10:00:00+01:00", true)]
#[case::late("2026-03-05T10:00:01+01:00", false)]
fn the_first_delivery_stops_a_job(#[case] delivered: &str, #[case] kept: bool) {
    let events = vec![
        job_event(delivered, JobEventKind::Delivered),
        job_event("2026-03-06T10:00:00+01:00", JobEventKind::ChangesRequested),
        job_event("2026-03-06T11:00:00+01:00", JobEventKind::Held),
    ];
    let clock = job::clock(&berlin(), &job(events));
    assert_eq!(clock.due_at, Some(at("2026-03-05T10:00:00+01:00")));
    assert_eq!(
        clock.state(at("2026-03-09T10:00:00+01:00")),
        ClockState::Stopped
    );
    assert_eq!(clock.kept(), Some(kept));
}

#[test]
fn a_hold_after_the_first_delivery_leaves_the_due_time_alone() {
    let events = vec![
        job_event("2026-03-03T10:00:00+01:00", JobEventKind::Delivered),
        job_event("2026-03-03T11:00:00+01:00", JobEventKind::Held),
    ];
    let clock = job::clock(&berlin(), &job(events));
    assert_eq!(clock.due_at, Some(at("2026-03-05T10:00:00+01:00")));
    assert_eq!(clock.kept(), Some(true));
}

#[test]
fn a_job_that_was_cancelled_owes_nothing() {
    let events = vec![job_event(
        "2026-03-03T10:00:00+01:00",
        JobEventKind::Cancelled,
    )];
    let clock = job::clock(&berlin(), &job(events));
    assert!(clock.void);
    assert_eq!(clock.kept(), None);
    assert_eq!(
        clock.state(at("2026-03-09T10:00:00+01:00")),
        ClockState::Stopped
    );
}
