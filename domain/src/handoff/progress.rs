//! The state machine of a handoff (DOMAIN section 3).

use super::{HandoffEvent, HandoffEventKind, HandoffKind, RefusedMove, Stage};
use serde::{Deserialize, Serialize};

/// Where a handoff stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Progress {
    kind: HandoffKind,
    stage: Stage,
    /// Something happened to it already, so that it cannot be opened any more.
    begun: bool,
    /// It was submitted at least once, returned since or not.
    submitted: bool,
}

impl Progress {
    /// A handoff of `kind` to which nothing has happened: it counts as in preparation.
    pub const fn new(kind: HandoffKind) -> Self {
        Self {
            kind,
            stage: Stage::Preparing,
            begun: false,
            submitted: false,
        }
    }

    /// The stage it is in.
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether it was ever submitted.
    pub const fn was_submitted(&self) -> bool {
        self.submitted
    }

    /// Where it stands after `event`.
    ///
    /// # Errors
    /// When the machine has no such move, or the event says what an event of its kind cannot.
    pub fn after(&self, event: &HandoffEvent) -> Result<Self, RefusedMove> {
        self.check_contents(event)?;
        self.after_kind(event.kind)
    }

    /// Where it stands after an event of that kind.
    ///
    /// # Errors
    /// When the machine has no such move.
    pub fn after_kind(&self, event: HandoffEventKind) -> Result<Self, RefusedMove> {
        let stage = match event {
            HandoffEventKind::Opened if self.begun => {
                return Err(RefusedMove::OpenedLate { stage: self.stage });
            }
            HandoffEventKind::Opened => self.stage,
            HandoffEventKind::AvailabilityAnswered => self.answered()?,
            _ => self.moved(event)?,
        };
        Ok(Self {
            stage,
            begun: true,
            submitted: self.submitted || event == HandoffEventKind::Submitted,
            ..*self
        })
    }

    /// Where a handoff stands after its whole history, in order of time.
    ///
    /// # Errors
    /// The first event that cannot have happened, by its place in `events`.
    pub fn replay(
        kind: HandoffKind,
        events: &[HandoffEvent],
    ) -> Result<Self, (usize, RefusedMove)> {
        let mut events = events.iter().enumerate();
        events.try_fold(Self::new(kind), |progress, (at, event)| {
            progress.after(event).map_err(|refused| (at, refused))
        })
    }

    fn answered(&self) -> Result<Stage, RefusedMove> {
        if self.kind != HandoffKind::ProductionToGenerative {
            return Err(RefusedMove::NoAvailability(self.kind));
        }
        if self.stage == Stage::Accepted {
            return Err(RefusedMove::Closed);
        }
        if !self.submitted {
            return Err(RefusedMove::AnsweredEarly);
        }
        Ok(self.stage)
    }

    fn moved(&self, event: HandoffEventKind) -> Result<Stage, RefusedMove> {
        let from = self.stage;
        let to = event.target().unwrap_or(from);
        let found = event_between(from, to).is_some_and(|found| found == event);
        found
            .then_some(to)
            .ok_or(RefusedMove::NoSuchMove { from, to })
    }

    fn check_contents(&self, event: &HandoffEvent) -> Result<(), RefusedMove> {
        let kind = self.kind;
        if !event.waived.is_empty() && event.kind != HandoffEventKind::Submitted {
            return Err(RefusedMove::WaivedElsewhere(event.kind));
        }
        let unknown = event
            .waived
            .iter()
            .find(|item| !kind.required().contains(item));
        if let Some(&item) = unknown {
            return Err(RefusedMove::NotRequired { item, kind });
        }
        let may_note =
            event.kind == HandoffEventKind::Accepted && kind == HandoffKind::ProductionToSales;
        if event.case_study && !may_note {
            return Err(RefusedMove::NoCaseStudy);
        }
        Ok(())
    }
}

/// What must happen to a handoff to bring it from one stage to another; none where no move leads there.
pub fn event_between(from: Stage, to: Stage) -> Option<HandoffEventKind> {
    match (from, to) {
        (Stage::Preparing, Stage::Submitted) => Some(HandoffEventKind::Submitted),
        (Stage::Submitted, Stage::InReview) => Some(HandoffEventKind::InReview),
        (Stage::Submitted | Stage::InReview, Stage::Accepted) => Some(HandoffEventKind::Accepted),
        (Stage::Submitted | Stage::InReview, Stage::Preparing) => Some(HandoffEventKind::Returned),
        _ => None,
    }
}
