//! The stage of an engagement, from its handoffs.

use crate::given::{day, handoff_event};
use domain::{
    engagement::EngagementStage,
    facts::HandoffFact,
    handoff::HandoffKind,
    ids::{EngagementId, HandoffId},
};
use rstest::rstest;
use uuid::Uuid;

/// "1 opened submitted": its kind, then its events.
fn handoff(text: &str) -> HandoffFact {
    let (kind, events) = text.split_once(' ').unwrap_or((text, ""));
    let names = events
        .split_whitespace()
        .map(|name| name.parse().expect("an event"));
    HandoffFact {
        id: HandoffId(Uuid::nil()),
        key: "handoff".into(),
        kind: kind.parse::<HandoffKind>().expect("a kind"),
        engagement: EngagementId(Uuid::nil()),
        job: None,
        needed_on: None,
        events: names
            .map(|kind| handoff_event("2026-03-02T09:00:00Z", kind))
            .collect(),
    }
}

#[rstest]
#[case("", EngagementStage::Signed)]
#[case("1 opened submitted", EngagementStage::Signed)]
#[case("1 submitted accepted", EngagementStage::Scoped)]
#[case("1 submitted accepted; 2 opened", EngagementStage::Scoped)]
#[case("1 submitted accepted; 2 submitted", EngagementStage::PodRequested)]
#[case(
    "1 submitted accepted; 2 submitted returned",
    EngagementStage::PodRequested
)]
#[case("1 submitted accepted; 2 submitted accepted", EngagementStage::Active)]
#[case("2 submitted accepted; 2 submitted", EngagementStage::Active)]
#[case("2 submitted accepted; 3 submitted accepted", EngagementStage::Active)]
#[case("2 submitted accepted; 4 opened", EngagementStage::Closing)]
#[case(
    "2 submitted accepted; 4 opened submitted accepted",
    EngagementStage::Closed
)]
fn follows_its_handoffs(#[case] handoffs: &str, #[case] stage: EngagementStage) {
    let parts = handoffs
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let handoffs: Vec<_> = parts.map(handoff).collect();
    assert_eq!(
        EngagementStage::of(&handoffs, None, day("2026-06-30")),
        stage
    );
}

#[rstest]
#[case("2026-06-30", EngagementStage::Active)]
#[case("2026-06-29", EngagementStage::Closing)]
fn closes_after_its_last_day(#[case] ends_on: &str, #[case] stage: EngagementStage) {
    let handoffs = [handoff("2 submitted accepted")];
    assert_eq!(
        EngagementStage::of(&handoffs, Some(day(ends_on)), day("2026-06-30")),
        stage
    );
}
