//! Pace against the targets of a plan, by table.

mod support;

use domain::{
    facts::Facts,
    handoff::HandoffEventKind::*,
    metrics::{Filter, Ledger, Metric},
    plan::{Mark, Outcome, pace},
    time::Quarter,
};
use rstest::rstest;
use support::*;

fn outcome(metric: Metric, targets: [&str; 4]) -> Outcome {
    Outcome {
        key: "o".into(),
        name: "An outcome".into(),
        metric,
        owners: vec![],
        targets: targets.map(|text| text.parse().ok()),
    }
}

fn mark(facts: &Facts, outcome: &Outcome, asof: &str, quarter: u32) -> Mark {
    let quarter = Quarter {
        year: 2026,
        number: quarter,
    };
    pace(
        &Ledger::new(facts, at(asof)),
        outcome,
        quarter,
        &Filter::default(),
    )
    .mark
}

fn signed(count: usize) -> Facts {
    let mut facts = agency();
    facts.client("c");
    for n in 0..count {
        facts.engagement(&format!("e{n}"), "c", "2026-01-01T00:00:00Z");
    }
    facts
}

const ENGAGEMENTS: [&str; 4] = ["6-8", "12", "16", "20"];

#[rstest]
#[case::in_the_range(6, "2026-02-15T00:00:00Z", 1, Mark::OnPace)]
#[case::within_a_fifth_below(5, "2026-02-15T00:00:00Z", 1, Mark::Slightly)]
#[case::far_below(4, "2026-02-15T00:00:00Z", 1, Mark::Behind)]
#[case::within_a_fifth_above(10, "2026-02-15T00:00:00Z", 1, Mark::Slightly)]
#[case::a_step_has_just_begun(7, "2026-04-01T12:00:00Z", 2, Mark::OnPace)]
#[case::the_same_at_its_end(7, "2026-06-30T12:00:00Z", 2, Mark::Behind)]
#[case::reached_at_its_end(12, "2026-06-30T12:00:00Z", 2, Mark::OnPace)]
#[case::not_begun(20, "2026-02-15T00:00:00Z", 4, Mark::NoData)]
fn active_engagements_follow_the_step(
    #[case] count: usize,
    #[case] asof: &str,
    #[case] quarter: u32,
    #[case] expected: Mark,
) {
    let outcome = outcome(Metric::ActiveEngagements, ENGAGEMENTS);
    assert_eq!(mark(&signed(count), &outcome, asof, quarter), expected);
}

#[rstest]
#[case(10, Mark::OnPace)]
#[case(9, Mark::OnPace)]
#[case(8, Mark::Slightly)]
#[case(7, Mark::Behind)]
fn a_level_is_compared_with_the_quarters_target(#[case] compliant: usize, #[case] expected: Mark) {
    let mut facts = signed(10);
    for n in 0..10 {
        let late = if n < compliant {
            "2026-01-02T00:00:00Z"
        } else {
            "2026-01-20T00:00:00Z"
        };
        facts.handoff(&format!("h{n}"), 1, &format!("e{n}"), &[(late, Submitted)]);
    }
    let outcome = outcome(Metric::HandoffCompliance1, ["90%", "90%", "95%", "100%"]);
    assert_eq!(mark(&facts, &outcome, "2026-02-15T00:00:00Z", 1), expected);
}

#[test]
fn exactly_four_fifths_is_slightly_off() {
    let mut facts = signed(100);
    for n in 0..100 {
        let when = if n < 72 {
            "2026-01-02T00:00:00Z"
        } else {
            "2026-01-20T00:00:00Z"
        };
        facts.handoff(&format!("h{n}"), 1, &format!("e{n}"), &[(when, Submitted)]);
    }
    let outcome = outcome(Metric::HandoffCompliance1, ["90%", "90%", "95%", "100%"]);
    assert_eq!(
        mark(&facts, &outcome, "2026-02-15T00:00:00Z", 1),
        Mark::Slightly
    );
}

#[rstest]
#[case::faster("2026-01-10T00:00:00Z", Mark::OnPace)]
#[case::a_little_slower("2026-01-23T00:00:00Z", Mark::Slightly)]
#[case::much_slower("2026-02-20T00:00:00Z", Mark::Behind)]
fn less_is_better_for_days(#[case] accepted: &str, #[case] expected: Mark) {
    let mut facts = signed(1);
    facts.handoff(
        "h2",
        2,
        "e0",
        &[("2026-01-05T00:00:00Z", Submitted), (accepted, Accepted)],
    );
    let outcome = outcome(
        Metric::OnboardingDays,
        ["21 days", "17 days", "14 days", "14 days"],
    );
    assert_eq!(mark(&facts, &outcome, "2026-03-31T00:00:00Z", 1), expected);
}

#[rstest]
#[case::half_way_half_of_it(63, Mark::OnPace)]
#[case::a_little_behind(55, Mark::Slightly)]
#[case::far_behind(40, Mark::Behind)]
fn growth_is_measured_against_the_baseline(#[case] in_q2: usize, #[case] expected: Mark) {
    let mut facts = signed(1);
    facts.workflow("w", "e0", "48 hours");
    for n in 0..100 {
        facts.job(&format!("q1-{n}"), "w", "2026-02-01T00:00:00Z", &[]);
    }
    for n in 0..in_q2 {
        facts.job(&format!("q2-{n}"), "w", "2026-04-02T00:00:00Z", &[]);
    }
    // Day 45 of 91: 100 × 1.25 × 45 ÷ 91 = 61.8.
    let outcome = outcome(Metric::JobRequests, ["Baseline", "+25%", "+50%", "+75%"]);
    assert_eq!(mark(&facts, &outcome, "2026-05-15T12:00:00Z", 2), expected);
    assert_eq!(
        mark(&facts, &outcome, "2026-05-15T12:00:00Z", 1),
        Mark::Watched
    );
}

#[test]
fn what_began_at_nothing_has_no_growth() {
    let mut facts = signed(1);
    facts.workflow("w", "e0", "48 hours");
    facts.job("first", "w", "2026-04-02T00:00:00Z", &[]);
    let outcome = outcome(Metric::JobRequests, ["Baseline", "+25%", "+50%", "+75%"]);
    assert_eq!(
        mark(&facts, &outcome, "2026-05-15T12:00:00Z", 2),
        Mark::NoData
    );
}

#[rstest]
#[case("2026-02-01", Mark::OnPace)]
#[case("2026-03-02", Mark::Behind)]
fn a_milestone_is_done_or_not(#[case] done_on: &str, #[case] expected: Mark) {
    let mut facts = agency();
    facts.milestones.push(domain::facts::MilestoneFact {
        outcome: "o".into(),
        done_on: day(done_on),
    });
    let outcome = outcome(Metric::Milestone, ["Done", "—", "—", "—"]);
    assert_eq!(mark(&facts, &outcome, "2026-03-01T00:00:00Z", 1), expected);
}

#[test]
fn no_data_is_neither_good_nor_bad() {
    let outcome = outcome(Metric::OnTimeDelivery, ["80%", "85%", "90%", "90%+"]);
    assert_eq!(
        mark(&agency(), &outcome, "2026-03-01T00:00:00Z", 1),
        Mark::NoData
    );
}
