//! What stands at the left edge of a lane: how the kind did this quarter.

use crate::{handoff::HandoffKind, metrics::Number, plan::Mark, time::Quarter};
use serde::{Deserialize, Serialize};

/// The compliance of one kind of handoff in a quarter, against its target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaneCompliance {
    /// The lane.
    pub kind: HandoffKind,
    /// The quarter.
    pub quarter: Quarter,
    /// Compliant of settled; the denominator is 0 where none is settled.
    pub number: Number,
    /// The target as the plan prints it; unset where the plan has none.
    pub target: Option<String>,
    /// How the figure stands to the target.
    pub mark: Mark,
}
