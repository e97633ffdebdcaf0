//! An engagement: one SOW with one client, and the stage that its handoffs put it in.

mod ending;
mod page;
mod signature;
mod terms;

pub use ending::{
    BadEnding, EndEarly, Ending, EndingBuiltOn, EndingStays, OpenHandoff, TakeBackEnding,
    check_ending, check_ending_taken_back, ends_handoff, ends_job,
};
pub use page::{
    CycleStep, EngagementPage, EngagementRow, Named, SignEngagement, SigningChoices, WorkflowRow,
    next_step,
};

pub use signature::{BadCorrection, CorrectSignature, check_correction};
pub use terms::{BadTerms, check_terms};

use crate::{
    facts::HandoffFact,
    handoff::{HandoffKind, acceptance, first_submission},
    named,
    time::Day,
};

named! {
    /// Where an engagement stands: derived from its handoffs, never set by hand.
    pub enum EngagementStage {
        Signed = "signed",
        Scoped = "scoped",
        PodRequested = "pod_requested",
        Active = "active",
        Closing = "closing",
        Closed = "closed",
    }
}

impl EngagementStage {
    /// The furthest stage that any of the engagement's handoffs has brought it to; past its last
    /// day it is closing at least.
    pub fn of<'a>(
        handoffs: impl IntoIterator<Item = &'a HandoffFact>,
        ends_on: Option<Day>,
        today: Day,
    ) -> Self {
        let over = ends_on.is_some_and(|last| today > last);
        let by_date = if over { Self::Closing } else { Self::Signed };
        let by_handoffs = handoffs.into_iter().map(reached_by);
        by_handoffs.fold(by_date, Self::max)
    }
}

/// Why an engagement takes no requests any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This engagement ended on {0}: ask your account manager for a new one.")]
pub struct Over(Day);

/// Whether an engagement whose last day is `ends_on` takes requests on `today`.
///
/// # Errors
/// When its last day has passed.
pub fn check_running(ends_on: Option<Day>, today: Day) -> Result<(), Over> {
    match ends_on {
        Some(last) if today > last => Err(Over(last)),
        _ => Ok(()),
    }
}

fn reached_by(handoff: &HandoffFact) -> EngagementStage {
    let accepted = acceptance(&handoff.events).is_some();
    let submitted = first_submission(&handoff.events).is_some();
    let begun = !handoff.events.is_empty();
    match handoff.kind {
        HandoffKind::SalesToProduction if accepted => EngagementStage::Scoped,
        HandoffKind::ProductionToGenerative if accepted => EngagementStage::Active,
        HandoffKind::ProductionToGenerative if submitted => EngagementStage::PodRequested,
        HandoffKind::ProductionToSales if accepted => EngagementStage::Closed,
        HandoffKind::ProductionToSales if begun => EngagementStage::Closing,
        _ => EngagementStage::Signed,
    }
}
