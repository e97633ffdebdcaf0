//! The clock on a card.

use crate::given::{at, berlin, holds, job_event};
use domain::{
    calendar::Sla,
    clock::{Clock, ClockState},
    facts::JobFact,
    ids::{JobId, WorkflowId},
    job::{self, JobEvent, JobEventKind},
};
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
    assert_eq!(
        clock.seconds_left(at("2026-03-04T09:00:00+01:00")),
        Some(3600)
    );
    assert_eq!(
        clock.seconds_left(at("2026-03-04T11:00:00+01:00")),
        Some(-3600)
    );
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
    assert_eq!(clock.seconds_left(at(START)), None);
}

#[test]
fn on_hold_it_stands_still() {
    let held = holds("2026-03-03T09:00:00+01:00/");
    let clock = Clock::by_sla(&berlin(), Sla::BusinessHours(16), at(START), &held);
    let later = at("2026-06-01T10:00:00+02:00");
    assert_eq!(clock.state(later), ClockState::Held);
    assert_eq!(clock.used_per_mille(later), Some(500));
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
