//! The state machine of a handoff, its gate and where its card may be dropped.

use crate::given::handoff_event;
use domain::{
    handoff::{
        Effect, HandoffEvent, HandoffEventKind, HandoffKind, Item, Progress, RefusedMove, Stage,
        effects,
        gate::{self, Dropped, ItemState},
    },
    job::JobEventKind,
    people::AccessRole,
};
use proptest::prelude::*;
use rstest::rstest;

const H1: HandoffKind = HandoffKind::SalesToProduction;
const H2: HandoffKind = HandoffKind::ProductionToGenerative;
const H3: HandoffKind = HandoffKind::GenerativeToProduction;
const H4: HandoffKind = HandoffKind::ProductionToSales;

fn history(names: &str) -> Vec<HandoffEvent> {
    let kinds = names
        .split_whitespace()
        .map(|name| name.parse().expect("an event"));
    kinds
        .map(|kind| handoff_event("2026-03-02T09:00:00Z", kind))
        .collect()
}

#[rstest]
#[case(H1, "", Stage::Preparing)]
#[case(H1, "opened", Stage::Preparing)]
#[case(H1, "submitted", Stage::Submitted)]
#[case(H1, "opened submitted accepted", Stage::Accepted)]
#[case(H1, "opened submitted in_review accepted", Stage::Accepted)]
#[case(H3, "opened submitted returned", Stage::Preparing)]
#[case(H3, "opened submitted in_review returned submitted", Stage::Submitted)]
#[case(H2, "opened submitted availability_answered", Stage::Submitted)]
#[case(
    H2,
    "opened submitted returned availability_answered",
    Stage::Preparing
)]
#[case(
    H2,
    "submitted in_review availability_answered accepted",
    Stage::Accepted
)]
fn stands_after_its_history(#[case] kind: HandoffKind, #[case] names: &str, #[case] stage: Stage) {
    assert_eq!(
        Progress::replay(kind, &history(names)).map(|progress| progress.stage()),
        Ok(stage)
    );
}

#[rstest]
#[case(
    H1,
    "accepted",
    0,
    "A handoff that is in preparation cannot become accepted."
)]
#[case(
    H1,
    "opened in_review",
    1,
    "A handoff that is in preparation cannot become in review."
)]
#[case(
    H1,
    "returned",
    0,
    "A handoff that is in preparation cannot become in preparation."
)]
#[case(
    H1,
    "submitted submitted",
    1,
    "A handoff that is submitted cannot become submitted."
)]
#[case(
    H1,
    "submitted accepted returned",
    2,
    "A handoff that is accepted cannot become in preparation."
)]
#[case(
    H1,
    "opened opened",
    1,
    "A handoff is opened once, before anything else happens to it; this one is in preparation already."
)]
#[case(
    H1,
    "submitted opened",
    1,
    "A handoff is opened once, before anything else happens to it; this one is submitted already."
)]
#[case(
    H3,
    "submitted availability_answered",
    1,
    "Only a pod request (Production → Generative) is answered with availability; this is Generative → Production."
)]
#[case(
    H2,
    "opened availability_answered",
    1,
    "Availability answers a pod request that was submitted; this one never was."
)]
#[case(
    H2,
    "submitted accepted availability_answered",
    2,
    "This handoff is accepted: nothing more can happen to it."
)]
fn refuses_what_cannot_be(
    #[case] kind: HandoffKind,
    #[case] names: &str,
    #[case] place: usize,
    #[case] sentence: &str,
) {
    let (at, refused) = Progress::replay(kind, &history(names)).unwrap_err();
    assert_eq!((at, refused.to_string().as_str()), (place, sentence));
}

#[test]
fn only_a_submission_waives_and_only_what_is_required() {
    let mut submitted = history("submitted");
    submitted[0].waived = vec![Item::Budget];
    assert!(Progress::replay(H1, &submitted).is_ok());
    let (item, kind) = (Item::Budget, H2);
    assert_eq!(
        Progress::replay(H2, &submitted),
        Err((0, RefusedMove::NotRequired { item, kind }))
    );
    let mut accepted = history("submitted accepted");
    accepted[1].waived = vec![Item::Budget];
    let refused = RefusedMove::WaivedElsewhere(HandoffEventKind::Accepted);
    assert_eq!(Progress::replay(H1, &accepted), Err((1, refused)));
}

#[rstest]
#[case(H4, "submitted accepted", 1, Ok(Stage::Accepted))]
#[case(H4, "submitted accepted", 0, Err((0, RefusedMove::NoCaseStudy)))]
#[case(H1, "submitted accepted", 1, Err((1, RefusedMove::NoCaseStudy)))]
fn a_case_study_is_noted_when_h4_is_accepted(
    #[case] kind: HandoffKind,
    #[case] names: &str,
    #[case] noted: usize,
    #[case] expected: Result<Stage, (usize, RefusedMove)>,
) {
    let mut events = history(names);
    events[noted].case_study = true;
    let found = Progress::replay(kind, &events);
    assert_eq!(found.map(|progress| progress.stage()), expected);
}

fn kinds_of_events() -> impl Strategy<Value = Vec<HandoffEventKind>> {
    prop::collection::vec(prop::sample::select(HandoffEventKind::ALL), 0..30)
}

proptest! {
    #[test]
    fn no_sequence_of_events_leaves_the_machine(
        kind in prop::sample::select(&HandoffKind::ALL[..]),
        events in kinds_of_events(),
    ) {
        let mut progress = Progress::new(kind);
        for (place, event) in events.into_iter().enumerate() {
            let Ok(next) = progress.after_kind(event) else { continue };
            prop_assert!(progress.stage() != Stage::Accepted, "nothing follows acceptance");
            prop_assert!(event != HandoffEventKind::Opened || place == 0 || progress == Progress::new(kind));
            prop_assert!(next.stage() == Stage::Preparing || next.was_submitted());
            prop_assert_eq!(next.stage(), event.target().unwrap_or(progress.stage()));
            progress = next;
        }
    }
}

const ALL_BUT_ONE: [(Item, ItemState); 3] = [
    (Item::PodRoles, ItemState::Filled),
    (Item::Timeline, ItemState::Filled),
    (Item::DeliverableSpecs, ItemState::Missing),
];

#[test]
fn the_gate_names_what_is_missing() {
    let refusal = gate::check(H2, &ALL_BUT_ONE, None).unwrap_err();
    assert_eq!(
        refusal.missing,
        [Item::DeliverableSpecs, Item::BrandContext]
    );
    assert_eq!(
        refusal.to_string(),
        "Pod request: deliverable specs and brand context are missing. \
         Fill in what is missing, or waive it with a reason."
    );
}

#[test]
fn a_reason_waives_what_is_missing() {
    let reason = "The client is on holiday".parse().unwrap();
    let submission = gate::check(H2, &ALL_BUT_ONE, Some(&reason)).unwrap();
    assert_eq!(
        submission.waived,
        [Item::DeliverableSpecs, Item::BrandContext]
    );
}

#[test]
fn what_was_waived_before_stays_waived() {
    let items = [
        (Item::QcPassedAssets, ItemState::Waived),
        (Item::SubmittedInPlatform, ItemState::Filled),
    ];
    assert_eq!(
        gate::check(H3, &items, None).unwrap().waived,
        [Item::QcPassedAssets]
    );
}

#[rstest]
fn a_complete_package_passes(#[values(H1, H2, H3, H4)] kind: HandoffKind) {
    let items: Vec<_> = kind
        .required()
        .iter()
        .map(|item| (*item, ItemState::Filled))
        .collect();
    let reason = "just in case".parse().unwrap();
    assert_eq!(gate::check(kind, &items, None).unwrap().waived, []);
    assert_eq!(gate::check(kind, &items, Some(&reason)).unwrap().waived, []);
}

/// Of a handoff that is no pod request.
const fn has(complete: bool) -> gate::Readiness {
    let answered = true;
    gate::Readiness { complete, answered }
}

#[rstest]
#[case(H2, false, Dropped::NeedsAnswer)]
#[case(H2, true, Dropped::Allowed)]
#[case(H1, false, Dropped::Allowed)]
fn a_pod_request_is_accepted_once_it_is_answered(
    #[case] kind: HandoffKind,
    #[case] answered: bool,
    #[case] expected: Dropped,
) {
    let complete = true;
    let has = gate::Readiness { complete, answered };
    for stage in [Stage::Submitted, Stage::InReview] {
        let moves = gate::moves(kind, stage, AccessRole::Admin, has);
        let becomes = |to| {
            moves
                .iter()
                .find(|(stage, _)| *stage == to)
                .unwrap()
                .1
                .clone()
        };
        assert_eq!(becomes(Stage::Accepted), expected);
        assert_eq!(
            becomes(Stage::Preparing),
            Dropped::NeedsReason,
            "it can go back unanswered"
        );
    }
}

fn refused(sentence: &str) -> Dropped {
    Dropped::Refused(sentence.to_owned())
}

#[test]
fn a_sender_may_only_submit() {
    let moves = gate::moves(H1, Stage::Preparing, AccessRole::Sales, has(false));
    assert_eq!(
        moves,
        [
            (Stage::Submitted, Dropped::NeedsItems),
            (
                Stage::InReview,
                refused("A handoff that is in preparation cannot become in review.")
            ),
            (
                Stage::Accepted,
                refused("A handoff that is in preparation cannot become accepted.")
            ),
        ]
    );
    assert_eq!(
        gate::moves(H1, Stage::Preparing, AccessRole::Sales, has(true))[0].1,
        Dropped::Allowed
    );
    let moves = gate::moves(H1, Stage::Submitted, AccessRole::Sales, has(true));
    assert_eq!(moves[0].1, refused("Only Production can return this."));
}

#[rstest]
#[case(H1, Dropped::Allowed)]
#[case(H2, Dropped::Allowed)]
#[case(H3, Dropped::NeedsVerdict)]
#[case(H4, Dropped::Allowed)]
fn a_deliverable_alone_is_accepted_by_a_verdict(
    #[case] kind: HandoffKind,
    #[case] accept: Dropped,
) {
    for stage in [Stage::Submitted, Stage::InReview] {
        let moves = gate::moves(kind, stage, AccessRole::Admin, has(true));
        let found = moves.into_iter().find(|(to, _)| *to == Stage::Accepted);
        assert_eq!(found, Some((Stage::Accepted, accept.clone())));
    }
}

#[rstest]
#[case(AccessRole::Producer, Dropped::NeedsReason, Dropped::Allowed)]
#[case(AccessRole::Admin, Dropped::NeedsReason, Dropped::Allowed)]
#[case(
    AccessRole::Executive,
    refused("Only Production can return this."),
    refused("Only Production can accept this.")
)]
fn a_receiver_may_return_and_accept(
    #[case] role: AccessRole,
    #[case] back: Dropped,
    #[case] accept: Dropped,
) {
    let moves = gate::moves(H1, Stage::InReview, role, has(true));
    assert_eq!(moves[0], (Stage::Preparing, back));
    assert_eq!(moves[2], (Stage::Accepted, accept));
}

#[rstest]
#[case(H1, HandoffEventKind::Accepted, &[Effect::Open(H2)])]
#[case(H2, HandoffEventKind::Accepted, &[Effect::AssignPod])]
#[case(H3, HandoffEventKind::Submitted, &[Effect::Job(JobEventKind::Qc)])]
#[case(H3, HandoffEventKind::Returned, &[Effect::Job(JobEventKind::Production)])]
#[case(H3, HandoffEventKind::Accepted, &[Effect::Job(JobEventKind::Delivered)])]
#[case(H4, HandoffEventKind::Accepted, &[Effect::AskNps, Effect::Reengage])]
#[case(H1, HandoffEventKind::Returned, &[])]
fn sets_in_motion(
    #[case] kind: HandoffKind,
    #[case] event: HandoffEventKind,
    #[case] expected: &[Effect],
) {
    assert_eq!(effects(kind, event), expected);
}
