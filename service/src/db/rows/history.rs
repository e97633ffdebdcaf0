//! Histories as they are stored: what happened, and what took it back.

use super::{HandoffEventRow, JobEventRow};
use domain::handoff::undo;

/// The kind of a line that takes back the last one before it that stands.
pub(crate) const TAKES_BACK: &str = "undone";

/// A line of a stored history.
pub(crate) trait Line {
    /// Whether it takes another one back.
    fn takes_back(&self) -> bool;
}

impl Line for JobEventRow {
    fn takes_back(&self) -> bool {
        self.kind == TAKES_BACK
    }
}

impl Line for HandoffEventRow {
    fn takes_back(&self) -> bool {
        self.kind == TAKES_BACK
    }
}

/// The lines that stand, of histories that follow one another, each in the order in which it was entered.
pub(crate) fn standing<L: Line>(lines: Vec<L>) -> Vec<L> {
    undo::standing(lines, L::takes_back)
}
