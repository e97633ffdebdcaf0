//! The state machine of a job (DOMAIN section 2).

use super::{JobEvent, JobEventKind, JobState};
use serde::{Deserialize, Serialize};

/// Where a job stands, and where it stood before it was put on hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Progress {
    state: JobState,
    before_hold: Option<JobState>,
}

/// Why a job cannot make a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedMove {
    /// The machine has no such move.
    #[error("A job that is {} cannot become {}.", from.words(), to.words())]
    NoSuchMove {
        /// The state it is in.
        from: JobState,
        /// The state it was asked into.
        to: JobState,
    },
    /// Only a job on hold can be resumed.
    #[error("A job that is {} cannot be resumed: it is not on hold.", from.words())]
    NotOnHold {
        /// The state it is in.
        from: JobState,
    },
}

impl Default for Progress {
    fn default() -> Self {
        Self::SUBMITTED
    }
}

impl Progress {
    /// A job that was just submitted: where every history starts.
    pub const SUBMITTED: Self = Self {
        state: JobState::Submitted,
        before_hold: None,
    };

    /// The state it is in.
    pub const fn state(&self) -> JobState {
        self.state
    }

    /// The state that it goes back to when it is resumed; set exactly while it is on hold.
    pub const fn before_hold(&self) -> Option<JobState> {
        self.before_hold
    }

    /// Where it stands after `event`.
    ///
    /// # Errors
    /// When the machine has no such move from its state.
    pub fn after(&self, event: JobEventKind) -> Result<Self, RefusedMove> {
        let from = self.state;
        let Some(to) = event.target() else {
            let state = self.before_hold.ok_or(RefusedMove::NotOnHold { from })?;
            return Ok(Self {
                state,
                before_hold: None,
            });
        };
        if !leads(from, to) {
            return Err(RefusedMove::NoSuchMove { from, to });
        }
        let before_hold = (to == JobState::OnHold).then_some(from);
        Ok(Self {
            state: to,
            before_hold,
        })
    }

    /// The events that it can take next.
    pub fn moves(&self) -> impl Iterator<Item = JobEventKind> + '_ {
        let all = JobEventKind::ALL.iter().copied();
        all.filter(|event| self.after(*event).is_ok())
    }

    /// Where a job stands after its whole history, in order of time.
    ///
    /// # Errors
    /// The first event that the machine does not have, by its place in `events`.
    pub fn replay(events: &[JobEvent]) -> Result<Self, (usize, RefusedMove)> {
        let mut events = events.iter().enumerate();
        events.try_fold(Self::SUBMITTED, |progress, (at, event)| {
            progress.after(event.kind).map_err(|refused| (at, refused))
        })
    }
}

/// Whether the machine has a move from `from` to `to`, resuming aside.
fn leads(from: JobState, to: JobState) -> bool {
    use JobState::*;
    match (from, to) {
        (from, Cancelled) => from.is_open(),
        (from, OnHold) => from.is_open() && from != OnHold,
        (Submitted, Accepted | Declined) => true,
        (Accepted, InProduction | Declined) => true,
        (InProduction, InQc) => true,
        (InQc, InProduction | Delivered) => true,
        (Delivered, Approved | ChangesRequested) => true,
        (ChangesRequested, InProduction) => true,
        _ => false,
    }
}
