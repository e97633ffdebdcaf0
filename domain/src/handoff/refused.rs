//! Why the state machine of a handoff says no.

use super::{HandoffEventKind, HandoffKind, Item, Stage};

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
