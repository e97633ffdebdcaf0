//! The draft of a closing report: what happened, added up over the whole engagement.

mod support;

use domain::{
    closing::{Line, draft},
    facts::{Facts, Spent},
    handoff::HandoffEventKind,
    ids::EngagementId,
    job::JobEventKind::*,
    metrics::{Ledger, Number},
    money::Cents,
    people::AccessRole,
};
use rstest::rstest;
use support::*;

fn spring() -> Facts {
    let mut facts = agency();
    facts.client("acme");
    let engagement = facts.engagement("spring", "acme", "2026-01-01T09:00:00Z");
    engagement.ends_on = Some(day("2026-01-31"));
    facts.engagement("other", "acme", "2026-01-01T09:00:00Z");
    facts.workflow("cuts", "spring", "3 business days");
    facts
}

fn numbers(facts: &Facts) -> domain::closing::Numbers {
    let ledger = Ledger::new(facts, at("2026-03-01T00:00:00Z"));
    draft(&ledger, EngagementId(id("spring"))).expect("there is one")
}

#[test]
fn the_money_is_that_of_this_engagement_by_line() {
    let mut facts = spring();
    facts.cost("a", "spring", "2026-01-10", Spent::Amount(Cents(100_000)));
    facts.cost("b", "spring", "2026-01-11", Spent::Amount(Cents(50_000)));
    facts.cost("c", "other", "2026-01-11", Spent::Amount(Cents(999_999)));
    let margin = numbers(&facts).margin.expect("a draft has one");
    let expected = Number {
        numerator: 3_000_000 - 150_000,
        denominator: 3_000_000,
    };
    assert_eq!(margin.number, expected);
    let sum = |lines: &[Line]| lines.iter().map(|line| line.amount).sum::<Cents>();
    assert_eq!(sum(&margin.lines.revenue), Cents(3_000_000));
    assert_eq!(sum(&margin.lines.cost), Cents(150_000));
}

#[test]
fn the_best_went_straight_through() {
    let mut facts = spring();
    let day = |day: u8| format!("2026-01-{day:02}T10:00:00Z");
    let through = |from: u8| {
        [
            day(from),
            day(from),
            day(from + 1),
            day(from + 1),
            day(from + 2),
        ]
    };
    for (key, from) in [("first", 5), ("second", 12)] {
        let at = through(from);
        let kinds = [Accepted, Production, Qc, Delivered, Approved];
        let events: Vec<_> = at.iter().map(String::as_str).zip(kinds).collect();
        facts.job(key, "cuts", &day(from), &events);
    }
    let back = [
        ("2026-01-19T10:00:00Z", Accepted),
        ("2026-01-19T10:00:00Z", Production),
        ("2026-01-19T11:00:00Z", Qc),
        ("2026-01-19T12:00:00Z", Production),
        ("2026-01-19T13:00:00Z", Qc),
        ("2026-01-19T14:00:00Z", Delivered),
        ("2026-01-19T15:00:00Z", Approved),
    ];
    facts.job("back", "cuts", "2026-01-19T09:00:00Z", &back);
    let numbers = numbers(&facts);
    let titles: Vec<_> = numbers.best.iter().map(|best| best.job.0).collect();
    assert_eq!(titles, [id("second"), id("first")]);
    assert_eq!(numbers.requests.numerator, 3);
    assert_eq!(
        (numbers.on_time.numerator, numbers.on_time.denominator),
        (3, 3)
    );
}

#[test]
fn each_return_of_a_deliverable_is_a_retake() {
    let mut facts = spring();
    let events = [
        ("2026-01-05T10:00:00Z", HandoffEventKind::Submitted),
        ("2026-01-05T11:00:00Z", HandoffEventKind::Returned),
        ("2026-01-05T12:00:00Z", HandoffEventKind::Submitted),
        ("2026-01-05T13:00:00Z", HandoffEventKind::Returned),
    ];
    facts.handoff("h3", 3, "spring", &events);
    facts.handoff("h2", 2, "spring", &events);
    assert_eq!(numbers(&facts).retakes, 2);
}

#[test]
fn what_is_unknown_is_no_report() {
    let facts = spring();
    let ledger = Ledger::new(&facts, at("2026-03-01T00:00:00Z"));
    assert_eq!(draft(&ledger, EngagementId(id("nobody"))), None);
}

#[rstest]
#[case(AccessRole::Producer, false, true)]
#[case(AccessRole::Executive, false, true)]
#[case(AccessRole::Sales, false, false)]
#[case(AccessRole::Sales, true, true)]
#[case(AccessRole::Generative, true, false)]
fn sales_sees_the_margin_once_it_is_handed_over(
    #[case] role: AccessRole,
    #[case] submitted: bool,
    #[case] sees: bool,
) {
    let seen = numbers(&spring()).seen_by(role, submitted);
    assert_eq!(seen.margin.is_some(), sees);
}
