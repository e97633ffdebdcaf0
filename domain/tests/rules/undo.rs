//! Taking moves back.

use crate::given::{at, handoff_event};
use domain::{
    handoff::{
        HandoffEventKind, HandoffKind,
        undo::{BuiltOn, NotTakenBack, check_take_back, follower, job_move, last_move, standing},
    },
    job::{JobEventKind, JobState},
    time::Zone,
};
use proptest::prelude::*;
use rstest::rstest;

#[test]
fn what_is_taken_back_does_not_stand() {
    let lines = [
        "opened",
        "submitted",
        "back",
        "submitted",
        "in review",
        "back",
        "back",
    ];
    assert_eq!(standing(lines, |line| *line == "back"), ["opened"]);
    assert!(standing(["back", "back"], |line| *line == "back").is_empty());
}

proptest! {
    /// Moving and taking it back at once is as if nothing had been, wherever in a history.
    #[test]
    fn a_move_and_its_undo_leave_nothing(lines in prop::collection::vec(0u8..4, 0..20), at in 0usize..20) {
        let takes_back = |line: &u8| *line == 0;
        let mut with_slip = lines.clone();
        let at = at.min(lines.len());
        with_slip.splice(at..at, [9, 0]);
        prop_assert_eq!(standing(with_slip, takes_back), standing(lines, takes_back));
    }
}

#[rstest]
#[case("2026-03-31T21:59:00Z", "2026-03-31T21:59:30Z", BuiltOn::default(), "")]
// In Berlin the quarter ends at 22:00 UTC.
#[case(
    "2026-03-31T21:59:00Z",
    "2026-03-31T22:00:00Z",
    BuiltOn::default(),
    "It happened in 2026-Q1, which is over: what counted then stays. Go on from here instead."
)]
#[case("2026-03-02T09:00:00Z", "2026-03-02T09:00:05Z",
    BuiltOn { changed: Some(("Sam Sales".into(), "prepared".into())), ..BuiltOn::default() },
    "Sam Sales prepared it since: taking the move back would go over that. Go on from here instead.")]
#[case("2026-03-02T09:00:00Z", "2026-03-02T09:00:05Z",
    BuiltOn { next: Some(HandoffKind::ProductionToGenerative), ..BuiltOn::default() },
    "Production → Generative is under way since (Pod request): it cannot be taken back any more.")]
#[case("2026-03-02T09:00:00Z", "2026-03-02T09:00:05Z",
    BuiltOn { job: Some(JobState::Approved), ..BuiltOn::default() },
    "Its job is approved by now: go on from there instead.")]
fn until_others_build_on_it_or_the_quarter_ends(
    #[case] happened: &str,
    #[case] now: &str,
    #[case] built_on: BuiltOn,
    #[case] refusal: &str,
) {
    let zone = Zone::from_iana("Europe/Berlin").unwrap();
    let event = handoff_event(happened, HandoffEventKind::Accepted);
    let said = check_take_back(&event, built_on, &zone, at(now))
        .map_or_else(|no| no.to_string(), |()| String::new());
    assert_eq!(said, refusal);
}

#[test]
fn being_opened_is_no_move() {
    let then = "2026-03-02T09:00:00Z";
    let opened = handoff_event(then, HandoffEventKind::Opened);
    assert_eq!(
        last_move(std::slice::from_ref(&opened)),
        Err(NotTakenBack::Nothing)
    );
    assert_eq!(last_move(&[]), Err(NotTakenBack::Nothing));
    let submitted = handoff_event(then, HandoffEventKind::Submitted);
    assert_eq!(last_move(&[opened, submitted.clone()]), Ok(&submitted));
}

#[test]
fn only_deliverables_move_jobs_and_only_acceptance_is_followed() {
    for kind in HandoffKind::ALL {
        for event in HandoffEventKind::ALL {
            let moves = job_move(kind, *event).is_some();
            assert!(!moves || kind == HandoffKind::GenerativeToProduction);
            assert!(follower(kind, *event).is_none() || *event == HandoffEventKind::Accepted);
        }
    }
    let returned = job_move(
        HandoffKind::GenerativeToProduction,
        HandoffEventKind::Returned,
    );
    assert_eq!(returned, Some(JobEventKind::Production));
}
