//! What holds for every number over every agency.

mod support;

use chrono::TimeDelta;
use domain::{
    facts::Facts,
    handoff::HandoffEventKind::*,
    ids::ClientId,
    job::JobEventKind,
    metrics::{Filter, Ledger, Metric, Scope, measure, trace},
    quality::{By, QcCount, counts, rulings},
    time::{Instant, Period},
};
use proptest::prelude::*;
use std::collections::HashMap;
use support::*;

const CLIENTS: [&str; 3] = ["a", "b", "c"];

/// One job of a random agency: which client, when, what became of it, and of its handoff.
#[derive(Clone, Debug)]
struct Story {
    client: usize,
    start_hour: i64,
    delivered_after: Option<i64>,
    cancelled_after: Option<i64>,
    held: Option<(i64, i64)>,
    returned: bool,
    waived: bool,
    score: u8,
}

fn story() -> impl Strategy<Value = Story> {
    (
        0..CLIENTS.len(),
        0..4000_i64,
        prop::option::of(1..200_i64),
        prop::option::weighted(0.2, 1..300_i64),
        prop::option::weighted(0.3, (1..50_i64, 1..100_i64)),
        any::<bool>(),
        any::<bool>(),
        0..=10_u8,
    )
        .prop_map(
            |(
                client,
                start_hour,
                delivered_after,
                cancelled_after,
                held,
                returned,
                waived,
                score,
            )| Story {
                client,
                start_hour,
                delivered_after,
                cancelled_after,
                held,
                returned,
                waived,
                score,
            },
        )
}

fn hours(from: Instant, hours: i64) -> String {
    (from + TimeDelta::hours(hours)).to_rfc3339()
}

fn build(stories: &[Story]) -> Facts {
    let mut facts = agency();
    for client in CLIENTS {
        facts.client(client);
        facts.engagement(&format!("e-{client}"), client, "2026-01-05T10:00:00Z");
        facts.workflow(
            &format!("w-{client}"),
            &format!("e-{client}"),
            "3 business days",
        );
    }
    for (n, story) in stories.iter().enumerate() {
        tell(&mut facts, n, story);
    }
    facts
}

fn tell(facts: &mut Facts, n: usize, story: &Story) {
    let client = CLIENTS[story.client];
    let start = at("2026-01-06T09:00:00Z") + TimeDelta::hours(story.start_hour);
    let mut events: Vec<(String, JobEventKind)> = Vec::new();
    if let Some((after, lasting)) = story.held {
        events.push((hours(start, after), JobEventKind::Held));
        events.push((hours(start, after + lasting), JobEventKind::Resumed));
    }
    events.extend(
        story
            .delivered_after
            .map(|after| (hours(start, after), JobEventKind::Delivered)),
    );
    events.extend(
        story
            .cancelled_after
            .map(|after| (hours(start, after), JobEventKind::Cancelled)),
    );
    events.sort();
    let events: Vec<_> = events
        .iter()
        .map(|(when, kind)| (when.as_str(), *kind))
        .collect();
    let key = format!("j{n}");
    facts.job(&key, &format!("w-{client}"), &hours(start, 0), &events);
    let delivered = story.delivered_after.map(|after| hours(start, after));
    let verdict = if story.returned { Returned } else { Accepted };
    let submission: Vec<_> = delivered
        .iter()
        .flat_map(|when| [(when.as_str(), Submitted), (when.as_str(), verdict)])
        .collect();
    let handoff = facts.handoff(&format!("h{n}"), 3, &format!("e-{client}"), &submission);
    handoff.job = Some(domain::ids::JobId(id(&key)));
    if story.waived && !submission.is_empty() {
        waive(handoff, &[domain::handoff::Item::QcPassedAssets]);
    }
    facts.survey(
        &format!("s{n}"),
        client,
        None,
        &hours(start, 5),
        story.score,
    );
}

fn of_client(client: &str) -> Filter {
    Filter {
        clients: vec![ClientId(id(client))],
        ..Filter::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A number over all clients is the sum of the numbers over each.
    #[test]
    fn the_whole_is_the_sum_of_its_parts(stories in prop::collection::vec(story(), 0..30), asof in 0..5000_i64) {
        let facts = build(&stories);
        let ledger = Ledger::new(&facts, at("2026-01-06T00:00:00Z") + TimeDelta::hours(asof));
        let period = period("2026-02-01", "2026-06-01");
        for metric in Metric::ALL.iter().filter(|metric| of_client("a").applies_to(**metric)) {
            let whole = measure(&ledger, *metric, &Scope { period, filter: Filter::default() }).unwrap();
            let parts = CLIENTS.map(|client| measure(&ledger, *metric, &Scope { period, filter: of_client(client) }).unwrap());
            prop_assert_eq!(whole.numerator, parts.iter().map(|part| part.numerator).sum::<i64>(), "{}", metric);
            if !metric.is_count() {
                prop_assert_eq!(whole.denominator, parts.iter().map(|part| part.denominator).sum::<i64>(), "{}", metric);
            }
        }
    }

    /// A trace adds up to its number, and looks at every record of its kind once.
    #[test]
    fn a_trace_adds_up(stories in prop::collection::vec(story(), 0..30)) {
        let facts = build(&stories);
        let ledger = Ledger::new(&facts, at("2026-09-15T00:00:00Z"));
        let scope = Scope { period: period("2026-02-01", "2026-06-01"), filter: of_client("b") };
        for metric in Metric::ALL {
            let sum = measure(&ledger, *metric, &scope);
            prop_assert_eq!(sum, trace(&ledger, *metric, &scope).map(|(number, _)| number));
        }
        let (_, jobs) = trace(&ledger, Metric::OnTimeDelivery, &scope).unwrap();
        prop_assert_eq!(jobs.counted.len() + jobs.left_out.len(), facts.jobs.len());
    }

    /// Consecutive periods together count what the long one counts.
    #[test]
    fn periods_add_up(stories in prop::collection::vec(story(), 0..30), cut in 1..110_i64) {
        let facts = build(&stories);
        let ledger = Ledger::new(&facts, at("2026-08-15T00:00:00Z"));
        let (from, to) = (day("2026-02-01"), day("2026-06-01"));
        let middle = from + TimeDelta::days(cut);
        let over = |from, to, metric| measure(&ledger, metric, &Scope { period: Period { from, to }, filter: Filter::default() }).unwrap();
        for metric in [Metric::OnTimeDelivery, Metric::JobRequests, Metric::HandoffCompliance3, Metric::QcFirstPass, Metric::Nps] {
            let (whole, one, two) = (over(from, to, metric), over(from, middle, metric), over(middle, to, metric));
            prop_assert_eq!(whole.numerator, one.numerator + two.numerator, "{}", metric);
        }
    }

    /// What the page of quality counts is what `qc_first_pass` says, and its groups add up to it.
    #[test]
    fn quality_agrees_with_the_first_pass(stories in prop::collection::vec(story(), 0..30), asof in 0..5000_i64) {
        let facts = build(&stories);
        let ledger = Ledger::new(&facts, at("2026-01-06T00:00:00Z") + TimeDelta::hours(asof));
        let period = period("2026-02-01", "2026-06-01");
        for filter in [Filter::default(), of_client("a")] {
            let scope = Scope { period, filter };
            let rulings = rulings(&ledger, &scope, &HashMap::new());
            let all = QcCount::of(&rulings);
            prop_assert_eq!(Some(all.first_pass()), measure(&ledger, Metric::QcFirstPass, &scope));
            for by in [By::Workflow, By::Maker] {
                let groups = counts(&rulings, by, &facts);
                let sum = groups.iter().fold(QcCount::default(), |sum, group| QcCount {
                    passed: sum.passed + group.count.passed,
                    firsts: sum.firsts + group.count.firsts,
                    retakes: sum.retakes + group.count.retakes,
                });
                prop_assert_eq!(sum, all, "{}", by);
            }
            let by_reason = counts(&rulings, By::Reason, &facts);
            prop_assert_eq!(by_reason.iter().map(|group| group.count.retakes).sum::<i64>(), all.retakes);
        }
    }

    /// What happens later never changes how a settled job counts.
    #[test]
    fn the_past_stays(stories in prop::collection::vec(story(), 0..30), asof in 1000..3000_i64, later in 0..2000_i64) {
        let facts = build(&stories);
        let first = at("2026-01-06T00:00:00Z") + TimeDelta::hours(asof);
        let period = Period { from: day("2026-01-01"), to: first.date_naive() };
        let known = |asof| measure(&Ledger::new(&facts, asof), Metric::OnTimeDelivery, &Scope { period, filter: Filter::default() });
        prop_assert_eq!(known(first), known(first + TimeDelta::hours(later)));
    }
}
