//! The timeline that is drawn from milestones.

use super::{Milestone, Terms};
use crate::time::Day;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// The days that a timeline shows, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Span {
    pub first: Day,
    pub last: Day,
}

/// The days of a timeline: the engagement's, widened to hold every milestone.
pub fn span(terms: &Terms, days: impl IntoIterator<Item = Day>) -> Span {
    let own = Span {
        first: terms.signed_on.min(terms.starts_on),
        last: terms.last_day(),
    };
    days.into_iter().fold(own, |span, day| Span {
        first: span.first.min(day),
        last: span.last.max(day),
    })
}

impl Span {
    /// How many steps of a day there are from the first to the last; at least 1.
    fn steps(&self) -> i64 {
        (self.last - self.first).num_days().max(1)
    }

    /// Where a day lies, per mille of the way; inside 0 to 1000.
    pub fn per_mille(&self, day: Day) -> i64 {
        let after = (day - self.first).num_days();
        (after * 1_000 / self.steps()).clamp(0, 1_000)
    }
}

/// The day that lies at a share of the span (0 to 1, others are brought inside).
pub fn day_at(span: &Span, share: f64) -> Day {
    let days = (share.clamp(0.0, 1.0) * span.steps() as f64).round() as i64;
    span.first + TimeDelta::days(days)
}

/// Milestones by day; those of one day stay in the order in which they were written.
pub(super) fn in_order(mut milestones: Vec<Milestone>) -> Vec<Milestone> {
    milestones.sort_by_key(|milestone| milestone.day);
    milestones
}
