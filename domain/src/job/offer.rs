//! What somebody may do with a job next.

use super::{JobEventKind, JobState, Progress};
use crate::{
    people::AccessRole,
    policy::{Action, check_role},
};

/// Why a job is not moved by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This follows from the job's handoff: move its card on the board.")]
pub struct ByHandoff;

/// Why the client is asked nothing about a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This job is {}: there is nothing left to ask the client about it.", .0.words())]
pub struct NothingToAsk(JobState);

/// Whether the client of a job in `state` can be asked something about it.
///
/// # Errors
/// When nothing is left to do about the job.
pub const fn check_question(state: JobState) -> Result<(), NothingToAsk> {
    if state.is_open() {
        Ok(())
    } else {
        Err(NothingToAsk(state))
    }
}

/// Whether a job in `state` takes `event` by hand. What its open handoff brings about (QC, delivery,
/// a retake) follows from moving that; a job without one is moved by hand.
///
/// # Errors
/// When the handoff is to be moved instead.
pub const fn check_by_hand(
    state: JobState,
    event: JobEventKind,
    has_handoff: bool,
) -> Result<(), ByHandoff> {
    let retake = matches!((state, event), (JobState::InQc, JobEventKind::Production));
    let follows = retake || matches!(event, JobEventKind::Qc | JobEventKind::Delivered);
    if has_handoff && follows {
        Err(ByHandoff)
    } else {
        Ok(())
    }
}

/// What somebody with `role` can let happen to a job by hand, where its handoff does the rest.
pub fn offered(progress: &Progress, role: AccessRole) -> Vec<JobEventKind> {
    progress
        .moves()
        .filter(|event| check_role(role, Action::Job(*event)).is_ok())
        .filter(|event| check_by_hand(progress.state(), *event, true).is_ok())
        .collect()
}

impl JobEventKind {
    /// Whether its reason is meant for the client; what the agency notes on its own work is not.
    pub const fn tells_the_client_why(self) -> bool {
        !matches!(
            self,
            Self::Accepted | Self::Production | Self::Qc | Self::Delivered
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(AccessRole::Producer, vec![JobEventKind::Accepted, JobEventKind::Declined, JobEventKind::Held])]
    #[case(AccessRole::Client, vec![JobEventKind::Cancelled])]
    #[case(AccessRole::Executive, vec![])]
    fn a_submitted_job_offers_each_role_its_own(
        #[case] role: AccessRole,
        #[case] moves: Vec<JobEventKind>,
    ) {
        assert_eq!(offered(&Progress::SUBMITTED, role), moves);
    }

    #[rstest]
    #[case(JobState::Submitted, None)]
    #[case(JobState::OnHold, None)]
    #[case(
        JobState::Approved,
        Some("This job is approved: there is nothing left to ask the client about it.")
    )]
    fn only_open_jobs_are_asked_about(#[case] state: JobState, #[case] refusal: Option<&str>) {
        let said = check_question(state).err().map(|why| why.to_string());
        assert_eq!(said.as_deref(), refusal);
    }

    #[rstest]
    #[case(JobState::InProduction, JobEventKind::Qc, true, false)]
    #[case(JobState::InProduction, JobEventKind::Qc, false, true)]
    #[case(JobState::InQc, JobEventKind::Production, true, false)]
    #[case(JobState::ChangesRequested, JobEventKind::Production, true, true)]
    fn the_handoff_moves_its_job(
        #[case] state: JobState,
        #[case] event: JobEventKind,
        #[case] has_handoff: bool,
        #[case] by_hand: bool,
    ) {
        assert_eq!(check_by_hand(state, event, has_handoff).is_ok(), by_hand);
    }
}
