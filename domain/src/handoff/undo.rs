//! Taking a move back.
//!
//! A history is never edited: what takes a move back is one more line of it. Lines that were taken back do not stand,
//! and rules and numbers look at those that stand alone, as if the slip had never been. So that no past quarter changes
//! by it, a move is taken back in the quarter in which it happened, or not at all.

use super::{Effect, HandoffEvent, HandoffEventKind, HandoffKind, effects};
use crate::{
    job::{JobEventKind, JobState},
    time::{Instant, Quarter, Zone},
};

/// The lines of a history that stand: each one that `takes_back` takes away the last one before it that stands.
pub fn standing<Line>(
    lines: impl IntoIterator<Item = Line>,
    takes_back: impl Fn(&Line) -> bool,
) -> Vec<Line> {
    let mut standing = Vec::new();
    for line in lines {
        if takes_back(&line) {
            standing.pop();
        } else {
            standing.push(line);
        }
    }
    standing
}

/// What was done after a move, and because of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BuiltOn {
    /// Who changed the package since, and what they did, as a verb in the past.
    pub changed: Option<(String, String)>,
    /// The handoff that followed and is worked on by now.
    pub next: Option<HandoffKind>,
    /// Where its job is, where that is elsewhere than the move left it.
    pub job: Option<JobState>,
}

/// Why a move is not taken back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTakenBack {
    /// There is no move.
    #[error("Nothing has happened here that could be taken back.")]
    Nothing,
    /// It counted in a quarter that is over.
    #[error("It happened in {0}, which is over: what counted then stays. Go on from here instead.")]
    PastQuarter(Quarter),
    /// The package is no longer what it was.
    #[error(
        "{by} {action} it since: taking the move back would go over that. Go on from here instead."
    )]
    Changed {
        /// Who.
        by: String,
        /// What they did.
        action: String,
    },
    /// Others work on what it opened.
    #[error("{} is under way since ({}): it cannot be taken back any more.", .0, .0.package())]
    NextBegun(HandoffKind),
    /// What was written was written over.
    #[error("It reads otherwise by now than was written then: change it by hand instead.")]
    Rewritten,
    /// Its job went on.
    #[error("Its job is {} by now: go on from there instead.", .0.words())]
    JobWentOn(JobState),
}

/// The move that is taken back next: the last that stands, be it a change of the stage or an answer.
///
/// # Errors
/// When there is none: being opened is no move of its own, it follows from another.
pub fn last_move(standing: &[HandoffEvent]) -> Result<&HandoffEvent, NotTakenBack> {
    let last = standing.last();
    last.filter(|event| event.kind != HandoffEventKind::Opened)
        .ok_or(NotTakenBack::Nothing)
}

/// Whether `event` can be taken back at `now`.
///
/// # Errors
/// When it counted in a quarter that is over, or others have built on it.
pub fn check_take_back(
    event: &HandoffEvent,
    built_on: BuiltOn,
    zone: &Zone,
    now: Instant,
) -> Result<(), NotTakenBack> {
    let quarter = |at| Quarter::of(zone.day(at));
    if quarter(event.at) != quarter(now) {
        Err(NotTakenBack::PastQuarter(quarter(event.at)))
    } else if let Some((by, action)) = built_on.changed {
        Err(NotTakenBack::Changed { by, action })
    } else if let Some(next) = built_on.next {
        Err(NotTakenBack::NextBegun(next))
    } else if let Some(state) = built_on.job {
        Err(NotTakenBack::JobWentOn(state))
    } else {
        Ok(())
    }
}

/// The handoff that follows `event` of a handoff of `kind`, and whose being worked on keeps it from being taken back:
/// the one that it opened, or the closing report of an engagement that it began.
pub const fn follower(kind: HandoffKind, event: HandoffEventKind) -> Option<HandoffKind> {
    match (kind, event) {
        (HandoffKind::SalesToProduction, HandoffEventKind::Accepted) => {
            Some(HandoffKind::ProductionToGenerative)
        }
        (HandoffKind::ProductionToGenerative, HandoffEventKind::Accepted) => {
            Some(HandoffKind::ProductionToSales)
        }
        _ => None,
    }
}

/// What `event` of a handoff of `kind` made its job do; none where it leaves the job alone.
pub fn job_move(kind: HandoffKind, event: HandoffEventKind) -> Option<JobEventKind> {
    effects(kind, event).iter().find_map(|effect| match effect {
        Effect::Job(job) => Some(*job),
        _ => None,
    })
}
