//! The state machine of a job.

use crate::given::{at, holds as read_holds, job_event};
use domain::job::{JobEvent, JobEventKind, JobState, Progress, RefusedMove, first_delivery, holds};
use proptest::prelude::*;
use rstest::rstest;
use std::collections::HashSet;

/// A job in `state`, by the shortest way there.
fn in_state(state: JobState) -> Progress {
    use JobEventKind::*;
    let way: &[JobEventKind] = match state {
        JobState::Submitted => &[],
        JobState::Accepted => &[Accepted],
        JobState::InProduction => &[Accepted, Production],
        JobState::InQc => &[Accepted, Production, Qc],
        JobState::Delivered => &[Accepted, Production, Qc, Delivered],
        JobState::ChangesRequested => &[Accepted, Production, Qc, Delivered, ChangesRequested],
        JobState::Approved => &[Accepted, Production, Qc, Delivered, Approved],
        JobState::Declined => &[Declined],
        JobState::Cancelled => &[Cancelled],
        JobState::OnHold => &[Held],
    };
    let mut way = way.iter();
    way.try_fold(Progress::SUBMITTED, |progress, event| {
        progress.after(*event)
    })
    .expect("a way")
}

/// The whole machine, as DOMAIN section 2 writes it.
#[rstest]
#[case(JobState::Submitted, "accepted declined held cancelled")]
#[case(JobState::Accepted, "declined production held cancelled")]
#[case(JobState::InProduction, "qc held cancelled")]
#[case(JobState::InQc, "production delivered held cancelled")]
#[case(JobState::Delivered, "changes_requested approved held cancelled")]
#[case(JobState::ChangesRequested, "production held cancelled")]
#[case(JobState::OnHold, "resumed cancelled")]
#[case(JobState::Approved, "")]
#[case(JobState::Declined, "")]
#[case(JobState::Cancelled, "")]
fn has_these_moves(#[case] state: JobState, #[case] events: &str) {
    let progress = in_state(state);
    assert_eq!(progress.state(), state);
    let moves: Vec<&str> = progress.moves().map(JobEventKind::name).collect();
    assert_eq!(moves.join(" "), events);
}

#[rstest]
#[case(JobState::Submitted)]
#[case(JobState::Accepted)]
#[case(JobState::InProduction)]
#[case(JobState::InQc)]
#[case(JobState::Delivered)]
#[case(JobState::ChangesRequested)]
fn a_hold_leads_back_to_where_it_was(#[case] state: JobState) {
    let held = in_state(state).after(JobEventKind::Held).unwrap();
    assert_eq!(
        (held.state(), held.before_hold()),
        (JobState::OnHold, Some(state))
    );
    assert_eq!(held.after(JobEventKind::Resumed), Ok(in_state(state)));
}

#[test]
fn a_refusal_names_both_states() {
    let refused = in_state(JobState::Submitted)
        .after(JobEventKind::Qc)
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "A job that is submitted cannot become in QC."
    );
    let refused = in_state(JobState::InQc)
        .after(JobEventKind::Resumed)
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "A job that is in QC cannot be resumed: it is not on hold."
    );
}

fn history(kinds: &[JobEventKind]) -> Vec<JobEvent> {
    kinds
        .iter()
        .map(|kind| job_event("2026-03-02T09:00:00Z", *kind))
        .collect()
}

#[test]
fn a_replay_names_the_first_impossible_event() {
    let events = history(&[
        JobEventKind::Accepted,
        JobEventKind::Delivered,
        JobEventKind::Qc,
    ]);
    let (from, to) = (JobState::Accepted, JobState::Delivered);
    assert_eq!(
        Progress::replay(&events),
        Err((1, RefusedMove::NoSuchMove { from, to }))
    );
}

#[test]
fn holds_end_when_the_job_is_resumed_or_cancelled() {
    let events = [
        job_event("2026-03-02T09:00:00Z", JobEventKind::Held),
        job_event("2026-03-02T10:00:00Z", JobEventKind::Resumed),
        job_event("2026-03-02T11:00:00Z", JobEventKind::Accepted),
        job_event("2026-03-02T12:00:00Z", JobEventKind::Held),
        job_event("2026-03-02T13:00:00Z", JobEventKind::Cancelled),
    ];
    let both =
        "2026-03-02T09:00:00Z/2026-03-02T10:00:00Z 2026-03-02T12:00:00Z/2026-03-02T13:00:00Z";
    assert_eq!(holds(&events), read_holds(both));
    let lasting = "2026-03-02T09:00:00Z/2026-03-02T10:00:00Z 2026-03-02T12:00:00Z/";
    assert_eq!(holds(&events[..4]), read_holds(lasting));
}

#[test]
fn the_first_delivery_is_the_first_of_several() {
    let events = [
        job_event("2026-03-02T09:00:00Z", JobEventKind::Delivered),
        job_event("2026-03-04T09:00:00Z", JobEventKind::Delivered),
    ];
    assert_eq!(first_delivery(&events), Some(at("2026-03-02T09:00:00Z")));
    assert_eq!(first_delivery(&[]), None);
}

#[test]
fn every_state_can_be_reached_and_no_other() {
    let mut seen = HashSet::from([Progress::SUBMITTED]);
    let mut open = vec![Progress::SUBMITTED];
    while let Some(progress) = open.pop() {
        let next = progress
            .moves()
            .filter_map(|event| progress.after(event).ok());
        open.extend(next.filter(|next| seen.insert(*next)));
    }
    let on_hold = seen
        .iter()
        .filter(|progress| progress.state() == JobState::OnHold)
        .count();
    // Nine states, and on hold from each of the six that are open.
    assert_eq!((seen.len(), on_hold), (9 + 6, 6));
}

fn kinds() -> impl Strategy<Value = Vec<JobEventKind>> {
    prop::collection::vec(prop::sample::select(JobEventKind::ALL), 0..40)
}

proptest! {
    #[test]
    fn no_sequence_of_events_leaves_the_machine(kinds in kinds()) {
        let mut progress = Progress::SUBMITTED;
        let mut taken = Vec::new();
        for kind in kinds {
            let before = progress;
            match progress.after(kind) {
                Ok(next) => {
                    prop_assert!(before.state().is_open(), "nothing follows a closed state");
                    progress = next;
                    taken.push(kind);
                }
                Err(_) => prop_assert!(before.moves().all(|possible| possible != kind)),
            }
            let held = progress.state() == JobState::OnHold;
            prop_assert_eq!(progress.before_hold().is_some(), held);
            prop_assert_eq!(Progress::replay(&history(&taken)), Ok(progress));
        }
    }
}
