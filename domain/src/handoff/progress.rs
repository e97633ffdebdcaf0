//! The state machine of a handoff (DOMAIN section 3).

use super::{HandoffEvent, HandoffEventKind, HandoffKind, Item, Stage};
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

/// Why something cannot happen to a handoff.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedMove {
    /// The machine has no such move.
    #[error("A handoff that is {} cannot become {}.", from.words(), to.words())]
    NoSuchMove {
        /// The stage it is in.
        from: Stage,
        /// The stage it was asked into.
        to: Stage,
    },
    /// Opening comes first, and once.
    #[error("A handoff is opened once, before anything else happens to it; this one is {} already.", stage.words())]
    OpenedLate {
        /// The stage it is in.
        stage: Stage,
    },
    /// Only pod requests are answered with availability.
    #[error(
        "Only a pod request (Production → Generative) is answered with availability; this is {0}."
    )]
    NoAvailability(HandoffKind),
    /// There is nothing to answer yet.
    #[error("Availability answers a pod request that was submitted; this one never was.")]
    AnsweredEarly,
    /// Nothing happens after acceptance.
    #[error("This handoff is accepted: nothing more can happen to it.")]
    Closed,
    /// Only a submission waives items.
    #[error("Items are waived when a handoff is submitted, not when it is {}.", .0.words())]
    WaivedElsewhere(HandoffEventKind),
    /// Only what is required can be waived.
    #[error("`{item}` is not required of {kind}, so it cannot be waived.")]
    NotRequired {
        /// What was waived.
        item: Item,
        /// The kind of the handoff.
        kind: HandoffKind,
    },
    /// Only accepting H4 says whether there is a case study.
    #[error("A case study is noted when Production → Sales is accepted, and nowhere else.")]
    NoCaseStudy,
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

impl Stage {
    /// As words of a sentence: "a handoff that is …".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Preparing => "in preparation",
            Self::Submitted => "submitted",
            Self::InReview => "in review",
            Self::Accepted => "accepted",
        }
    }
}

impl HandoffEventKind {
    /// The stage that the event leads to; unset for those that leave it where it is.
    pub const fn target(self) -> Option<Stage> {
        match self {
            Self::Submitted => Some(Stage::Submitted),
            Self::InReview => Some(Stage::InReview),
            Self::Accepted => Some(Stage::Accepted),
            Self::Returned => Some(Stage::Preparing),
            Self::Opened | Self::AvailabilityAnswered => None,
        }
    }

    /// As words of a sentence: "when it is …".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Submitted => "submitted",
            Self::InReview => "taken into review",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::AvailabilityAnswered => "answered with availability",
        }
    }

    /// Whether whoever does it must say why.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Returned)
    }
}
