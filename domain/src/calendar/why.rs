//! "Why is it due then": the way from a clock's start to its due time, step by step.

use super::{
    Calendar, Due, Hold, Sla,
    hold::{Holds, Span},
};
use crate::time::{Day, Instant};
use chrono::{Datelike, TimeDelta};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One stretch of time between the start of a clock and its due time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// When it began.
    pub from: Instant,
    /// When it ended; unset for a hold that still lasts.
    pub to: Option<Instant>,
    /// What the time did to the clock.
    pub kind: StepKind,
}

/// What a stretch of time did to a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    /// It used up the allowance.
    Counted {
        /// How much, in whole seconds.
        seconds: i64,
    },
    /// The agency was closed.
    Closed(Closure),
    /// The work waited for the client.
    Held,
}

/// Why the agency was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closure {
    /// A holiday, by its name; on a day that would have been open.
    Holiday(String),
    /// A weekday without opening hours, such as a Saturday.
    ClosedDay,
    /// Before opening, after closing, or at noon.
    OutsideHours,
}

impl fmt::Display for Closure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Holiday(name) => f.write_str(name),
            Self::ClosedDay => f.write_str("not a working day"),
            Self::OutsideHours => f.write_str("outside opening hours"),
        }
    }
}

impl Calendar {
    /// The steps from `start` to the due time, or to the hold that lasts: they follow on each other
    /// without gap, and the seconds of the counted ones add up to the allowance.
    ///
    /// A night before or after a closed day is shown as part of that day.
    pub fn why(&self, sla: Sla, start: Instant, holds: &[Hold]) -> Vec<Step> {
        let due = self.due(sla, start, holds);
        let holds = Holds::new(holds);
        let lasting = holds.lasting_from().map(|from| from.max(start));
        let end = due.at().or(lasting).unwrap_or(start);
        let mut steps = Vec::new();
        let mut at = start;
        let mut used = TimeDelta::zero();
        for (from, to) in self.counted(sla, start, &holds) {
            if from >= end {
                break;
            }
            let to = to.min(end);
            steps.extend(self.pause((at, from), &holds));
            // Rounded as they add up, so that fractions of seconds do not get lost between steps.
            let seconds = (used + (to - from)).num_seconds() - used.num_seconds();
            used += to - from;
            steps.push(step((from, to), StepKind::Counted { seconds }));
            at = to;
        }
        steps.extend(self.pause((at, end), &holds));
        if let Due::Held { .. } = due {
            let (from, to, kind) = (end, None, StepKind::Held);
            steps.push(Step { from, to, kind });
        }
        steps
    }

    /// A stretch in which nothing counted: its holds, and what was closed around them.
    fn pause(&self, span: Span, holds: &Holds) -> Vec<Step> {
        let held = holds.within(span).map(|held| step(held, StepKind::Held));
        let closed = holds.outside(span);
        let closed = closed.into_iter().flat_map(|span| self.closed(span));
        let mut steps: Vec<Step> = held.chain(closed).collect();
        steps.sort_by_key(|step| step.from);
        steps
    }

    /// A stretch in which the agency was closed, joined over days that were closed alike.
    fn closed(&self, (from, to): Span) -> Vec<Step> {
        let mut runs: Vec<(Span, Closure)> = Vec::new();
        let mut at = from;
        while at < to {
            let day = self.zone.day(at);
            let end = self.zone.end_of(day).min(to).max(at);
            let closure = self.closure(day);
            match runs.last_mut() {
                Some((span, last)) if joins(last, &closure) => {
                    span.1 = end;
                    if *last == Closure::OutsideHours {
                        *last = closure;
                    }
                }
                _ => runs.push(((at, end), closure)),
            }
            if end == at {
                break;
            }
            at = end;
        }
        runs.into_iter()
            .map(|(span, closure)| step(span, StepKind::Closed(closure)))
            .collect()
    }

    fn closure(&self, day: Day) -> Closure {
        let weekday = day.weekday().num_days_from_monday() as u8;
        match self.holidays.get(&day) {
            _ if self.opening.minutes_on(weekday) == 0 => Closure::ClosedDay,
            Some(name) => Closure::Holiday(name.clone()),
            None => Closure::OutsideHours,
        }
    }
}

fn joins(last: &Closure, next: &Closure) -> bool {
    last == next || *last == Closure::OutsideHours || *next == Closure::OutsideHours
}

fn step((from, to): Span, kind: StepKind) -> Step {
    Step {
        from,
        to: Some(to),
        kind,
    }
}
