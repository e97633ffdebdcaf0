//! Where in a column a card goes.

use crate::ids::HandoffId;
use serde::{Deserialize, Serialize};

/// A place in a column, by its neighbour above: right below that one, whatever a filter hides between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Above all others.
    First,
    /// Below this card; at the end of the column where that one has gone.
    After(HandoffId),
}
