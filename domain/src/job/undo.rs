//! Taking a step of a job back.
//!
//! As with handoffs ([`crate::handoff::undo`]) the history is never edited: one more line takes the last one back that
//! stands, in the quarter in which it happened, and only while nobody has built on it.

use super::JobEvent;
use crate::time::{Instant, Quarter, Zone};

/// Who did a step, as seen by whoever wants to take it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoneBy {
    /// The same side: the agency an agency's step, the client their own.
    OwnSide,
    /// The client; the agency wants to take it back.
    Client,
    /// The agency; the client wants to take it back.
    Agency,
}

/// What was done after a step, and because of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BuiltOn {
    /// A move of its handoff brought it about.
    pub by_handoff: bool,
    /// Who has worked on the handoff that it opened, and what they did, as a verb in the past.
    pub handoff: Option<(String, String)>,
    /// Who has written about it since.
    pub written: Option<String>,
}

/// Why a step is not taken back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTakenBack {
    /// Nothing has happened since it was sent.
    #[error("Nothing has happened to this job that could be taken back.")]
    Nothing,
    /// The client decided it.
    #[error("The client did this: they alone can take it back. Ask them.")]
    Clients,
    /// The agency did it.
    #[error("The agency did this: write to them, and they can take it back.")]
    Agencys,
    /// It counted in a quarter that is over.
    #[error("It happened in {0}, which is over: what counted then stays. Go on from here instead.")]
    PastQuarter(Quarter),
    /// It followed from a move of the job's handoff.
    #[error("This followed from the job's handoff: take that move back, and the job follows.")]
    ByHandoff,
    /// Others work on the handoff that it opened.
    #[error("{by} {action} its handoff since: it cannot be taken back any more.")]
    HandoffBegun {
        /// Who.
        by: String,
        /// What they did.
        action: String,
    },
    /// Somebody answered, or wrote about it.
    #[error("{0} has written about it since: go on from there instead.")]
    Written(String),
}

/// The step that is taken back next: the last that stands.
///
/// # Errors
/// When there is none: a job that was sent can be cancelled, not unsent.
pub fn last_step(standing: &[JobEvent]) -> Result<&JobEvent, NotTakenBack> {
    standing.last().ok_or(NotTakenBack::Nothing)
}

/// Whether `step` can be taken back at `now`.
///
/// # Errors
/// When the other side did it, it counted in a quarter that is over, it followed from the handoff, or others have built
/// on it.
pub fn check_take_back(
    step: &JobEvent,
    by: DoneBy,
    built_on: BuiltOn,
    zone: &Zone,
    now: Instant,
) -> Result<(), NotTakenBack> {
    let quarter = |at| Quarter::of(zone.day(at));
    if built_on.by_handoff {
        return Err(NotTakenBack::ByHandoff);
    }
    match by {
        DoneBy::Client => return Err(NotTakenBack::Clients),
        DoneBy::Agency => return Err(NotTakenBack::Agencys),
        DoneBy::OwnSide => {}
    }
    if quarter(step.at) != quarter(now) {
        Err(NotTakenBack::PastQuarter(quarter(step.at)))
    } else if let Some((by, action)) = built_on.handoff {
        Err(NotTakenBack::HandoffBegun { by, action })
    } else if let Some(by) = built_on.written {
        Err(NotTakenBack::Written(by))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::JobEventKind;
    use rstest::rstest;

    const NOW: &str = "2026-05-04T10:00:00Z";

    fn step(at: &str) -> JobEvent {
        let at = at.parse().unwrap();
        JobEvent {
            at,
            kind: JobEventKind::Accepted,
            reason: String::new(),
            recorded_at: at,
        }
    }

    fn by_ana(action: &str) -> Option<(String, String)> {
        Some(("Ana".to_owned(), action.to_owned()))
    }

    #[rstest]
    #[case(NOW, DoneBy::OwnSide, BuiltOn::default(), None)]
    #[case(NOW, DoneBy::Client, BuiltOn::default(), Some("The client did this"))]
    #[case(NOW, DoneBy::Agency, BuiltOn::default(), Some("The agency did this"))]
    #[case(
        "2026-03-31T10:00:00Z",
        DoneBy::OwnSide,
        BuiltOn::default(),
        Some("It happened in 2026-Q1")
    )]
    #[case(NOW, DoneBy::OwnSide, BuiltOn { by_handoff: true, ..BuiltOn::default() }, Some("This followed from the job's handoff"))]
    #[case(NOW, DoneBy::OwnSide, BuiltOn { handoff: by_ana("submitted"), ..BuiltOn::default() }, Some("Ana submitted its handoff since"))]
    #[case(NOW, DoneBy::OwnSide, BuiltOn { written: Some("Nora".into()), ..BuiltOn::default() }, Some("Nora has written about it since"))]
    fn only_what_nobody_built_on(
        #[case] at: &str,
        #[case] by: DoneBy,
        #[case] built_on: BuiltOn,
        #[case] refusal: Option<&str>,
    ) {
        let now = NOW.parse().unwrap();
        let said = check_take_back(&step(at), by, built_on, &Zone::utc(), now);
        let said = said.err().map(|why| why.to_string());
        match refusal {
            None => assert_eq!(said, None),
            Some(begins) => assert!(said.unwrap().starts_with(begins)),
        }
    }

    #[test]
    fn a_job_that_was_just_sent_has_nothing_to_take_back() {
        assert_eq!(last_step(&[]), Err(NotTakenBack::Nothing));
    }
}
