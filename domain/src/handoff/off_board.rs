//! Handoffs that are on no board any more, and with which nothing can be done.

use super::Stage;
use crate::job::JobState;

/// Why an open handoff is off the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OffBoard {
    /// What opened it was taken back.
    #[error("This handoff is off the board: what opened it was taken back.")]
    Withdrawn,
    /// Its engagement was ended before its term.
    #[error(
        "This handoff is off the board: its engagement was ended, and nobody needs it any more."
    )]
    Stopped,
    /// Its job was declined or cancelled.
    #[error("This handoff is off the board: its job is {}.", .0.words())]
    JobDropped(JobState),
}

impl OffBoard {
    /// Of a handoff that was withdrawn or stopped, or whose job is in that state; none where it is on the board, or
    /// accepted and done with.
    pub const fn of(
        stage: Stage,
        (withdrawn, stopped): (bool, bool),
        job: Option<JobState>,
    ) -> Option<Self> {
        match (stage, job) {
            _ if withdrawn => Some(Self::Withdrawn),
            _ if stopped => Some(Self::Stopped),
            (Stage::Accepted, _) => None,
            (_, Some(state @ (JobState::Declined | JobState::Cancelled))) => {
                Some(Self::JobDropped(state))
            }
            _ => None,
        }
    }
}

/// Whether anything can be done with a handoff.
///
/// # Errors
/// Why it is off the board.
pub const fn check_on_board(off: Option<OffBoard>) -> Result<(), OffBoard> {
    match off {
        Some(why) => Err(why),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Stage::Preparing, (false, false), None, None)]
    #[case(Stage::Preparing, (true, false), None, Some(OffBoard::Withdrawn))]
    #[case(Stage::Submitted, (false, true), None, Some(OffBoard::Stopped))]
    #[case(Stage::InReview, (false, false), Some(JobState::InQc), None)]
    #[case(Stage::InReview, (false, false), Some(JobState::Cancelled), Some(OffBoard::JobDropped(JobState::Cancelled)))]
    #[case(Stage::Accepted, (false, false), Some(JobState::Cancelled), None)]
    fn on_the_board_or_why_not(
        #[case] stage: Stage,
        #[case] flags: (bool, bool),
        #[case] job: Option<JobState>,
        #[case] off: Option<OffBoard>,
    ) {
        assert_eq!(OffBoard::of(stage, flags, job), off);
    }
}
