//! The numbers about handoffs, by table.

mod support;

use domain::{
    handoff::{HandoffEventKind::*, Item},
    job::JobEventKind,
    metrics::{Metric, Why},
};
use rstest::rstest;
use support::*;

const Q1: (&str, &str) = ("2026-01-01", "2026-04-01");

fn q1() -> domain::time::Period {
    period(Q1.0, Q1.1)
}

/// An H1 of an SOW signed on 2026-03-02 at 10:00, so due on the 4th at 10:00.
fn with_h1(events: &[(&str, domain::handoff::HandoffEventKind)]) -> domain::facts::Facts {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-03-02T10:00:00Z");
    facts.handoff("h1", 1, "e", events);
    facts
}

#[rstest]
#[case::in_time(&[("2026-03-04T10:00:00Z", Submitted)], "2026-03-10T00:00:00Z", (1, 1))]
#[case::a_second_late(&[("2026-03-04T10:00:01Z", Submitted)], "2026-03-10T00:00:00Z", (0, 1))]
#[case::returned_and_submitted_again_late(
    &[("2026-03-03T10:00:00Z", Submitted), ("2026-03-04T09:00:00Z", Returned), ("2026-03-09T10:00:00Z", Submitted)],
    "2026-03-10T00:00:00Z", (1, 1))]
#[case::never_submitted_and_due(&[], "2026-03-04T10:00:00Z", (0, 1))]
#[case::never_submitted_not_due(&[], "2026-03-04T09:59:59Z", (0, 0))]
#[case::submitted_after_asof(&[("2026-03-03T10:00:00Z", Submitted)], "2026-03-03T09:00:00Z", (0, 0))]
fn compliance_settles_at_submission_or_due(
    #[case] events: &[(&str, domain::handoff::HandoffEventKind)],
    #[case] asof: &str,
    #[case] expected: (i64, i64),
) {
    assert_eq!(
        number(&with_h1(events), Metric::HandoffCompliance1, asof, q1()),
        expected
    );
}

#[test]
fn a_waived_item_is_not_compliant_but_in_time() {
    let mut facts = with_h1(&[("2026-03-03T10:00:00Z", Submitted)]);
    waive(&mut facts.handoffs[0], &[Item::Budget]);
    let asof = "2026-03-10T00:00:00Z";
    assert_eq!(
        number(&facts, Metric::HandoffCompliance1, asof, q1()),
        (0, 1)
    );
    assert_eq!(number(&facts, Metric::SowPackage48h, asof, q1()), (1, 1));
    assert_eq!(
        traced(&facts, Metric::HandoffCompliance1, asof, q1()).counted[0].why,
        Why::ItemsWaived
    );
}

#[test]
fn a_late_submission_counts_in_the_quarter_of_its_due_time() {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-03-30T10:00:00Z");
    facts.handoff("h1", 1, "e", &[("2026-05-01T10:00:00Z", Submitted)]);
    let asof = "2026-06-01T00:00:00Z";
    let q2 = period("2026-04-01", "2026-07-01");
    assert_eq!(
        number(&facts, Metric::HandoffCompliance1, asof, q1()),
        (0, 0)
    );
    assert_eq!(number(&facts, Metric::HandoffCompliance1, asof, q2), (0, 1));
}

#[rstest]
#[case::on_the_last_day("2026-03-13T23:59:59Z", (1, 1))]
#[case::at_the_end_of_it("2026-03-14T00:00:00Z", (1, 1))]
#[case::a_second_after("2026-03-14T00:00:01Z", (0, 1))]
fn a_pod_request_has_a_week_of_lead_time(#[case] submitted: &str, #[case] expected: (i64, i64)) {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-03-02T10:00:00Z");
    facts
        .handoff("h2", 2, "e", &[(submitted, Submitted)])
        .needed_on = Some(day("2026-03-20"));
    assert_eq!(
        number(
            &facts,
            Metric::HandoffCompliance2,
            "2026-03-31T00:00:00Z",
            q1()
        ),
        expected
    );
    assert_eq!(
        number(
            &facts,
            Metric::PodRequestLeadTime,
            "2026-03-31T00:00:00Z",
            q1()
        ),
        expected
    );
}

#[test]
fn a_pod_request_without_a_need_is_never_late() {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-03-02T10:00:00Z");
    facts.handoff("h2", 2, "e", &[("2026-03-30T10:00:00Z", Submitted)]);
    assert_eq!(
        number(
            &facts,
            Metric::HandoffCompliance2,
            "2026-03-31T00:00:00Z",
            q1()
        ),
        (1, 1)
    );
}

#[rstest]
#[case::in_time(&[("2026-03-03T10:00:00Z", Submitted), ("2026-03-04T10:00:00Z", AvailabilityAnswered)], (1, 1))]
#[case::late(&[("2026-03-03T10:00:00Z", Submitted), ("2026-03-04T10:00:01Z", AvailabilityAnswered)], (0, 1))]
#[case::never(&[("2026-03-03T10:00:00Z", Submitted)], (0, 1))]
#[case::still_running(&[("2026-03-30T12:00:00Z", Submitted)], (0, 0))]
fn availability_is_answered_within_a_day(
    #[case] events: &[(&str, domain::handoff::HandoffEventKind)],
    #[case] expected: (i64, i64),
) {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-03-02T10:00:00Z");
    facts.handoff("h2", 2, "e", events);
    assert_eq!(
        number(
            &facts,
            Metric::Availability24h,
            "2026-03-31T00:00:00Z",
            q1()
        ),
        expected
    );
}

#[test]
fn onboarding_ends_with_the_first_accepted_pod_request() {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-02-01T00:00:00Z");
    facts.handoff(
        "later",
        2,
        "e",
        &[
            ("2026-03-01T00:00:00Z", Submitted),
            ("2026-03-20T00:00:00Z", Accepted),
        ],
    );
    facts.handoff(
        "first",
        2,
        "e",
        &[
            ("2026-02-05T00:00:00Z", Submitted),
            ("2026-02-11T12:00:00Z", Accepted),
        ],
    );
    let asof = "2026-04-01T00:00:00Z";
    assert_eq!(
        number(&facts, Metric::OnboardingDays, asof, q1()),
        (907_200, 86_400)
    );
    // The first acceptance was before March, so March has none.
    assert_eq!(
        number(
            &facts,
            Metric::OnboardingDays,
            asof,
            period("2026-03-01", "2026-04-01")
        ),
        (0, 0)
    );
}

#[rstest]
#[case::cancelled_before_due(&[("2026-03-02T12:00:00Z", JobEventKind::Cancelled)], (0, 0), Why::JobCancelled)]
#[case::declined_before_due(&[("2026-03-02T12:00:00Z", JobEventKind::Declined)], (0, 0), Why::JobDeclined)]
fn an_h3_goes_with_its_job(
    #[case] events: &[(&str, JobEventKind)],
    #[case] expected: (i64, i64),
    #[case] why: Why,
) {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-01-02T10:00:00Z");
    facts.workflow("w", "e", "3 business days");
    facts.job("j", "w", "2026-03-02T10:00:00Z", events);
    facts.handoff("h3", 3, "e", &[]).job = Some(facts_job("j"));
    let asof = "2026-03-31T00:00:00Z";
    assert_eq!(
        number(&facts, Metric::HandoffCompliance3, asof, q1()),
        expected
    );
    assert_eq!(number(&facts, Metric::OnTimeDelivery, asof, q1()), expected);
    assert_eq!(
        traced(&facts, Metric::HandoffCompliance3, asof, q1()).left_out[0].why,
        why
    );
}

fn facts_job(key: &str) -> domain::ids::JobId {
    domain::ids::JobId(id(key))
}

#[test]
fn first_pass_is_the_first_verdict_in_its_period() {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-01-02T10:00:00Z");
    facts.workflow("w", "e", "48 hours");
    for (key, verdict) in [("passed", Accepted), ("retaken", Returned)] {
        facts.job(key, "w", "2026-03-02T10:00:00Z", &[]);
        let events = [
            ("2026-03-03T10:00:00Z", Submitted),
            ("2026-03-03T11:00:00Z", verdict),
        ];
        facts.handoff(&format!("h-{key}"), 3, "e", &events).job = Some(facts_job(key));
    }
    let again = [
        ("2026-04-03T10:00:00Z", Submitted),
        ("2026-04-03T11:00:00Z", Accepted),
    ];
    facts.handoffs[1]
        .events
        .extend(again.map(|(when, kind)| event(when, kind)));
    let asof = "2026-05-01T00:00:00Z";
    assert_eq!(number(&facts, Metric::QcFirstPass, asof, q1()), (1, 2));
    assert_eq!(
        number(
            &facts,
            Metric::QcFirstPass,
            asof,
            period("2026-04-01", "2026-07-01")
        ),
        (0, 0)
    );
}

#[test]
fn adoption_counts_changes_recorded_within_five_minutes() {
    let mut facts = with_h1(&[
        ("2026-03-03T10:00:00Z", Submitted),
        ("2026-03-04T10:00:00Z", Accepted),
    ]);
    facts.handoffs[0].events[0].recorded_at = at("2026-03-03T10:05:00Z");
    facts.handoffs[0].events[1].recorded_at = at("2026-03-04T10:05:01Z");
    assert_eq!(
        number(
            &facts,
            Metric::PlatformAdoption,
            "2026-03-31T00:00:00Z",
            q1()
        ),
        (1, 2)
    );
}

#[test]
fn case_studies_count_from_the_start_of_the_year() {
    let mut facts = agency();
    facts.client("c");
    for (key, accepted, case_study) in [
        ("a", "2026-02-01T00:00:00Z", true),
        ("b", "2026-05-01T00:00:00Z", true),
        ("without", "2026-05-02T00:00:00Z", false),
        ("last-year", "2025-12-31T23:59:59Z", true),
        ("next-quarter", "2026-07-01T00:00:00Z", true),
    ] {
        facts.engagement(key, "c", "2025-01-01T00:00:00Z");
        facts.handoff(key, 4, key, &[(accepted, Accepted)]).events[0].case_study = case_study;
    }
    let q2 = period("2026-04-01", "2026-07-01");
    assert_eq!(
        number(&facts, Metric::CaseStudies, "2026-12-01T00:00:00Z", q2),
        (2, 1)
    );
}
