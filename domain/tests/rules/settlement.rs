//! When a handoff is due, when it counts, and how.

use crate::given::{at, berlin, day, handoff_event};
use domain::{
    calendar::Sla,
    clock::{Clock, ClockState},
    handoff::{
        DueInputs, HandoffEventKind, HandoffKind, Settlement, clock, due_at, first_pass, returns,
        settlement,
    },
    time::Zone,
};
use rstest::rstest;

const SIGNED: &str = "2026-03-27T12:00:00+01:00";

fn inputs() -> DueInputs {
    DueInputs {
        sow_signed_at: at(SIGNED),
        opened_at: None,
        first_submitted_at: None,
        needed_on: Some(day("2026-04-05")),
        ends_on: Some(day("2026-03-22")),
        job: Some(Clock::by_sla(
            &berlin(),
            Sla::BusinessDays(1),
            at(SIGNED),
            &[],
        )),
    }
}

fn zone() -> Zone {
    berlin().zone
}

/// Around the change to summer time, on 29 March.
#[rstest]
#[case::h1_48_hours(HandoffKind::SalesToProduction, "2026-03-29T13:00:00+02:00")]
#[case::h2_end_of_the_day_7_days_before(
    HandoffKind::ProductionToGenerative,
    "2026-03-30T00:00:00+02:00"
)]
#[case::h3_with_its_job(HandoffKind::GenerativeToProduction, "2026-03-30T12:00:00+02:00")]
#[case::h4_end_of_the_7th_day_after(HandoffKind::ProductionToSales, "2026-03-30T00:00:00+02:00")]
fn each_kind_has_its_due_time(#[case] kind: HandoffKind, #[case] due: &str) {
    assert_eq!(due_at(kind, &zone(), &inputs()), Some(at(due)));
    let clock = clock(kind, &zone(), &inputs());
    assert_eq!(clock.due_at, Some(at(due)));
    assert!(clock.at_risk_at <= clock.due_at);
}

#[rstest]
#[case(HandoffKind::ProductionToGenerative)]
#[case(HandoffKind::GenerativeToProduction)]
#[case(HandoffKind::ProductionToSales)]
fn without_a_date_nothing_is_due(#[case] kind: HandoffKind) {
    let open_ended = DueInputs {
        needed_on: None,
        ends_on: None,
        job: None,
        ..inputs()
    };
    assert_eq!(due_at(kind, &zone(), &open_ended), None);
    assert_eq!(
        clock(kind, &zone(), &open_ended).state(at(SIGNED)),
        ClockState::None
    );
}

#[test]
fn a_submission_stops_the_clock() {
    let submitted = DueInputs {
        first_submitted_at: Some(at("2026-03-28T12:00:00+01:00")),
        ..inputs()
    };
    for kind in HandoffKind::ALL {
        let clock = clock(kind, &zone(), &submitted);
        assert_eq!(
            clock.state(at("2026-06-01T12:00:00+02:00")),
            ClockState::Stopped
        );
        assert_eq!(clock.kept(), Some(true));
    }
}

const DUE: &str = "2026-03-10T12:00:00Z";

#[rstest]
#[case::in_time(Some("2026-03-10T11:00:00Z"), false, Some(("2026-03-10T11:00:00Z", true)))]
#[case::at_the_due_time(Some(DUE), false, Some((DUE, true)))]
#[case::late(Some("2026-03-10T12:00:01Z"), false, Some((DUE, false)))]
#[case::waived(Some("2026-03-10T11:00:00Z"), true, Some(("2026-03-10T11:00:00Z", false)))]
#[case::never(None, false, Some((DUE, false)))]
#[case::after_asof(Some("2026-05-01T00:00:00Z"), false, Some((DUE, false)))]
fn settles_at_the_earlier(
    #[case] submitted: Option<&str>,
    #[case] waived: bool,
    #[case] expected: Option<(&str, bool)>,
) {
    let found = settlement(
        submitted.map(at),
        waived,
        Some(at(DUE)),
        at("2026-04-01T00:00:00Z"),
    );
    let expected = expected.map(|(when, compliant)| Settlement {
        at: at(when),
        compliant,
    });
    assert_eq!(found, expected);
}

#[rstest]
#[case::before_it_is_due("2026-03-10T11:59:59Z", None, None)]
#[case::when_it_is_due(DUE, None, Some(false))]
#[case::submitted_later_than_asof("2026-03-09T00:00:00Z", Some("2026-03-09T00:00:01Z"), None)]
#[case::submitted_at_asof("2026-03-09T00:00:00Z", Some("2026-03-09T00:00:00Z"), Some(true))]
fn is_known_at_asof(
    #[case] asof: &str,
    #[case] submitted: Option<&str>,
    #[case] compliant: Option<bool>,
) {
    let found = settlement(submitted.map(at), false, Some(at(DUE)), at(asof));
    assert_eq!(found.map(|settlement| settlement.compliant), compliant);
}

#[test]
fn without_a_due_time_it_is_never_late() {
    let (submitted, asof) = (at(DUE), at("2026-12-31T00:00:00Z"));
    let found = settlement(Some(submitted), false, None, asof);
    assert_eq!(
        found,
        Some(Settlement {
            at: submitted,
            compliant: true
        })
    );
    assert_eq!(settlement(None, false, None, asof), None);
}

#[rstest]
#[case(&[HandoffEventKind::Submitted], None, 0)]
#[case(&[HandoffEventKind::Submitted, HandoffEventKind::Accepted], Some(true), 0)]
#[case(
    &[
        HandoffEventKind::Submitted,
        HandoffEventKind::Returned,
        HandoffEventKind::Submitted,
        HandoffEventKind::Accepted,
    ],
    Some(false),
    1
)]
fn the_first_verdict_counts(
    #[case] kinds: &[HandoffEventKind],
    #[case] passed: Option<bool>,
    #[case] returned: usize,
) {
    let events: Vec<_> = kinds.iter().map(|kind| handoff_event(DUE, *kind)).collect();
    assert_eq!(first_pass(&events), passed);
    assert_eq!(returns(&events), returned);
}
