//! Time that does not count, because the work waits for the client.

use crate::time::Instant;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A wait for the client, `[from, to)`: it stops the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hold {
    /// When it began.
    pub from: Instant,
    /// When it ended; unset while it lasts.
    pub to: Option<Instant>,
}

/// An interval `[from, to)`.
pub(super) type Span = (Instant, Instant);

/// The far end of an interval that has none.
pub(super) const NEVER: Instant = DateTime::<Utc>::MAX_UTC;

/// Holds in order of time, without overlaps; one that lasts ends at [`NEVER`].
pub(super) struct Holds(Vec<Span>);

impl Holds {
    pub fn new(holds: &[Hold]) -> Self {
        let mut spans: Vec<Span> = holds
            .iter()
            .map(|hold| (hold.from, hold.to.unwrap_or(NEVER)))
            .filter(|(from, to)| from < to)
            .collect();
        spans.sort();
        let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
        for (from, to) in spans {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        Self(merged)
    }

    /// When the hold began that still lasts.
    pub fn lasting_from(&self) -> Option<Instant> {
        self.0
            .last()
            .filter(|(_, to)| *to == NEVER)
            .map(|(from, _)| *from)
    }

    /// The parts of `span` that are held.
    pub fn within(&self, (from, to): Span) -> impl Iterator<Item = Span> + '_ {
        self.0
            .iter()
            .map(move |hold| (hold.0.max(from), hold.1.min(to)))
            .filter(|(from, to)| from < to)
    }

    /// The parts of `span` that are not held, in order.
    pub fn outside(&self, span: Span) -> Vec<Span> {
        let mut free = Vec::new();
        let mut at = span.0;
        for (from, to) in self.within(span) {
            if at < from {
                free.push((at, from));
            }
            at = to;
        }
        if at < span.1 {
            free.push((at, span.1));
        }
        free
    }
}
