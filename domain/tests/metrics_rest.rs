//! The numbers about jobs, money, people and clients, by table; and what filters can be applied to.

mod support;

use domain::{
    facts::{Facts, Spent},
    handoff::HandoffEventKind,
    ids::*,
    job::JobEventKind::*,
    metrics::{Filter, Metric, Why},
    money::Cents,
};
use rstest::rstest;
use support::*;

fn march() -> domain::time::Period {
    period("2026-03-01", "2026-04-01")
}

const AFTER: &str = "2026-05-01T00:00:00Z";

/// A job of Monday 2026-03-02 10:00 with an SLA of one business day: due on Tuesday at 10:00.
fn with_job(events: &[(&str, domain::job::JobEventKind)]) -> Facts {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-01-01T00:00:00Z");
    facts.workflow("w", "e", "1 business day");
    facts.job("j", "w", "2026-03-02T10:00:00Z", events);
    facts
}

#[rstest]
#[case::in_time(&[("2026-03-03T10:00:00Z", Delivered)], (1, 1))]
#[case::late(&[("2026-03-03T10:00:01Z", Delivered)], (0, 1))]
#[case::never(&[], (0, 1))]
#[case::a_hold_moves_the_due_time(
    &[("2026-03-02T11:00:00Z", Held), ("2026-03-02T13:00:00Z", Resumed), ("2026-03-03T12:00:00Z", Delivered)], (1, 1))]
#[case::on_hold_it_has_no_due_time(&[("2026-03-02T11:00:00Z", Held)], (0, 0))]
#[case::a_hold_after_the_time_ran_out_changes_nothing(&[("2026-03-03T11:00:00Z", Held)], (0, 1))]
#[case::the_first_delivery_counts(
    &[("2026-03-02T12:00:00Z", Delivered), ("2026-03-02T13:00:00Z", ChangesRequested), ("2026-03-09T13:00:00Z", Delivered)],
    (1, 1))]
#[case::cancelled_before_it_was_due(&[("2026-03-02T12:00:00Z", Cancelled)], (0, 0))]
#[case::cancelled_after_it_was_due(&[("2026-03-04T12:00:00Z", Cancelled)], (0, 1))]
#[case::cancelled_after_delivery(&[("2026-03-02T12:00:00Z", Delivered), ("2026-03-02T13:00:00Z", Cancelled)], (1, 1))]
fn on_time_delivery(
    #[case] events: &[(&str, domain::job::JobEventKind)],
    #[case] expected: (i64, i64),
) {
    assert_eq!(
        number(&with_job(events), Metric::OnTimeDelivery, AFTER, march()),
        expected
    );
}

#[rstest]
#[case::whole_month("2026-03-01", None, "2026-05-01T00:00:00Z", 3_000_000)]
#[case::from_the_10th("2026-03-10", None, "2026-05-01T00:00:00Z", 2_129_032)]
#[case::to_the_10th("2026-01-01", Some("2026-03-10"), "2026-05-01T00:00:00Z", 967_742)]
#[case::still_running_to_the_10th("2026-01-01", None, "2026-03-10T01:00:00Z", 967_742)]
#[case::over("2026-01-01", Some("2026-02-28"), "2026-05-01T00:00:00Z", 0)]
fn revenue_is_by_day_of_the_month(
    #[case] starts: &str,
    #[case] ends: Option<&str>,
    #[case] asof: &str,
    #[case] cents: i64,
) {
    let mut facts = agency();
    facts.client("c");
    let engagement = facts.engagement("e", "c", "2026-01-01T00:00:00Z");
    engagement.starts_on = day(starts);
    engagement.ends_on = ends.map(day);
    assert_eq!(
        number(&facts, Metric::ProductionMargin, asof, march()),
        (cents, cents)
    );
}

#[test]
fn hours_are_priced_at_the_persons_rate() {
    let mut facts = agency();
    facts.client("c");
    facts.engagement("e", "c", "2026-01-01T00:00:00Z");
    let maker = facts.person("maker", "Preditor");
    maker.monthly_cost = Some(Cents(800_000));
    maker.weekly_hours = Some(4_000);
    facts.person("unknown", "Preditor");
    let hours = |key: &str| Spent::Hours {
        person: PersonId(id(key)),
        hundredths: 750,
    };
    facts.cost("a", "e", "2026-03-05", hours("maker"));
    facts.cost("b", "e", "2026-03-05", Spent::Amount(Cents(12_345)));
    facts.cost("c", "e", "2026-03-05", hours("unknown"));
    facts.cost("d", "e", "2026-04-01", Spent::Amount(Cents(99)));
    // 8,000.00 × 12 ÷ (52 × 40) = 46.1538… an hour; 7.5 of them are 346.15.
    let cost = 34_615 + 12_345;
    assert_eq!(
        number(&facts, Metric::ProductionMargin, AFTER, march()),
        (3_000_000 - cost, 3_000_000)
    );
    let left_out = traced(&facts, Metric::ProductionMargin, AFTER, march()).left_out;
    assert_eq!(
        left_out
            .iter()
            .map(|t| (t.key.as_str(), t.why))
            .collect::<Vec<_>>(),
        [("c", Why::NoCostRate), ("d", Why::OutsidePeriod)]
    );
}

#[test]
fn nps_counts_promoters_against_detractors() {
    let mut facts = agency();
    facts.client("c");
    for (key, score) in [("a", 10), ("b", 9), ("c", 8), ("d", 7), ("e", 6), ("f", 0)] {
        facts.survey(key, "c", None, "2026-03-05T00:00:00Z", score);
    }
    facts.survey("late", "c", None, "2026-04-01T00:00:00Z", 10);
    assert_eq!(number(&facts, Metric::Nps, AFTER, march()), (0, 6));
}

#[test]
fn an_answer_without_an_engagement_knows_the_client_filter_alone() {
    let mut facts = agency();
    facts.client("c");
    facts.survey("a", "c", None, "2026-03-05T00:00:00Z", 10);
    let client = Filter {
        clients: vec![ClientId(id("c"))],
        ..Filter::default()
    };
    let pod = Filter {
        pods: vec![PodId(id("p"))],
        ..Filter::default()
    };
    assert_eq!(
        filtered(&facts, Metric::Nps, AFTER, march(), client)
            .unwrap()
            .denominator,
        1
    );
    assert_eq!(
        filtered(&facts, Metric::Nps, AFTER, march(), pod)
            .unwrap()
            .denominator,
        0
    );
}

#[rstest]
#[case::on_the_team(Some("2026-03-01"), None, (1, 1))]
#[case::hired_today(Some("2026-03-15"), None, (1, 1))]
#[case::hired_tomorrow(Some("2026-03-16"), None, (0, 1))]
#[case::leaves_tomorrow(Some("2026-01-01"), Some("2026-03-16"), (1, 1))]
#[case::left_today(Some("2026-01-01"), Some("2026-03-15"), (0, 1))]
#[case::unknown(None, None, (0, 1))]
fn producers_on_the_team(
    #[case] hired: Option<&str>,
    #[case] left: Option<&str>,
    #[case] expected: (i64, i64),
) {
    let mut facts = agency();
    let person = facts.person("p", "Producer");
    person.hired_on = hired.map(day);
    person.left_on = left.map(day);
    facts.person("maker", "Preditor").hired_on = Some(day("2026-01-01"));
    assert_eq!(
        number(&facts, Metric::Producers, "2026-03-15T12:00:00Z", march()),
        expected
    );
}

#[test]
fn clients_per_producer_counts_clients_once() {
    let mut facts = agency();
    for client in ["a", "b", "closed"] {
        facts.client(client);
    }
    for (key, client) in [("a1", "a"), ("a2", "a"), ("b1", "b"), ("x", "closed")] {
        facts
            .engagement(key, client, "2026-01-01T00:00:00Z")
            .producer = Some(PersonId(id("p")));
    }
    facts.handoff(
        "h4",
        4,
        "x",
        &[("2026-02-01T00:00:00Z", HandoffEventKind::Accepted)],
    );
    facts.person("p", "Producer").hired_on = Some(day("2025-01-01"));
    facts.person("idle", "Producer").hired_on = Some(day("2025-01-01"));
    assert_eq!(
        number(&facts, Metric::ClientsPerProducer, AFTER, march()),
        (2, 2)
    );
    let one = Filter {
        producers: vec![PersonId(id("p"))],
        ..Filter::default()
    };
    let number = filtered(&facts, Metric::ClientsPerProducer, AFTER, march(), one).unwrap();
    assert_eq!((number.numerator, number.denominator), (2, 1));
}

#[test]
fn ramp_is_from_hired_to_independent() {
    let mut facts = agency();
    let person = facts.person("p", "Producer");
    person.hired_on = Some(day("2026-02-01"));
    person.independent_on = Some(day("2026-03-01"));
    assert_eq!(
        number(&facts, Metric::ProducerRampWeeks, AFTER, march()),
        (28, 7)
    );
}

#[test]
fn a_workflow_filter_applies_to_four_numbers_alone() {
    let filter = Filter {
        workflows: vec![WorkflowId(id("w"))],
        ..Filter::default()
    };
    let known = [
        Metric::HandoffCompliance3,
        Metric::OnTimeDelivery,
        Metric::JobRequests,
        Metric::QcFirstPass,
    ];
    for metric in Metric::ALL {
        assert_eq!(
            filter.applies_to(*metric),
            known.contains(metric),
            "{metric}"
        );
    }
}

#[test]
fn the_team_knows_the_producer_filter_alone() {
    let team = [
        Metric::Producers,
        Metric::ProducerRampWeeks,
        Metric::ClientsPerProducer,
    ];
    let producer = Filter {
        producers: vec![PersonId(id("p"))],
        ..Filter::default()
    };
    let client = Filter {
        clients: vec![ClientId(id("c"))],
        ..Filter::default()
    };
    for metric in team {
        assert!(producer.applies_to(metric));
        assert!(!client.applies_to(metric));
    }
    assert!(!producer.applies_to(Metric::Milestone));
}
