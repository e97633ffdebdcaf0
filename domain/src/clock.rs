//! The clock on a card: when it started, when it is at risk, when it runs out.
//!
//! Computed on the server, counted down in the browser from the same struct.

use crate::{
    calendar::{Calendar, Due, Hold, Sla, at_risk_share},
    named,
    time::Instant,
};
use serde::{Deserialize, Serialize};

named! {
    /// How a clock stands at an instant.
    pub enum ClockState {
        /// Nothing is promised.
        None = "none",
        Calm = "calm",
        /// 80 % of the time is used up.
        AtRisk = "at_risk",
        /// The time has run out.
        Breached = "breached",
        /// Waiting for the client.
        Held = "held",
        /// What was promised is there, or no longer owed.
        Stopped = "stopped",
    }
}

/// A promise in time, as shown on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// When it began to run.
    pub started_at: Instant,
    /// When 80 % of its time is used up; unset without a promise, or on hold before that.
    pub at_risk_at: Option<Instant>,
    /// When its time runs out; unset without a promise, or on hold.
    pub due_at: Option<Instant>,
    /// What is left of the promise while it is on hold.
    pub held: Option<HeldClock>,
    /// When the promise was kept, in time or late: the first submission or delivery.
    pub met_at: Option<Instant>,
    /// Nothing is owed any more: the job was declined or cancelled.
    pub void: bool,
    /// Only open hours use it up. Clocks that were kept before this was told count as calendar clocks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub business: bool,
}

/// What is left of a promise, in the time that counts for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// How many seconds: open ones for a business clock, all of them otherwise.
    pub seconds: i64,
    /// How many of those a day has: a business day its open ones.
    pub day: i64,
    /// Whether only open hours count.
    pub business: bool,
}

/// A clock that waits for the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldClock {
    /// Seconds left of the allowance.
    pub left_seconds: i64,
    /// Seconds that were promised.
    pub allowance_seconds: i64,
}

impl Clock {
    /// A clock that nothing is promised by.
    pub fn unpromised(started_at: Instant) -> Self {
        Self {
            started_at,
            at_risk_at: None,
            due_at: None,
            held: None,
            met_at: None,
            void: false,
            business: false,
        }
    }

    /// A clock that runs straight from `started_at` to `due_at`; one that starts too late is at risk
    /// and breached at once.
    pub fn until(started_at: Instant, due_at: Instant) -> Self {
        let at_risk_at = started_at + at_risk_share(due_at - started_at);
        Self {
            at_risk_at: Some(at_risk_at.min(due_at)),
            due_at: Some(due_at),
            ..Self::unpromised(started_at)
        }
    }

    /// A clock that runs by an SLA.
    pub fn by_sla(calendar: &Calendar, sla: Sla, started_at: Instant, holds: &[Hold]) -> Self {
        let due = calendar.due(sla, started_at, holds);
        let held = match due {
            Due::At(_) => None,
            Due::Held { left_seconds } => Some(HeldClock {
                left_seconds,
                allowance_seconds: calendar.allowance_seconds(sla),
            }),
        };
        Self {
            at_risk_at: calendar.at_risk_at(sla, started_at, holds),
            due_at: due.at(),
            held,
            business: sla.is_business(),
            ..Self::unpromised(started_at)
        }
    }

    /// How it stands at `now`.
    pub fn state(&self, now: Instant) -> ClockState {
        let past = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        if self.met_at.is_some() || self.void {
            ClockState::Stopped
        } else if self.held.is_some() {
            ClockState::Held
        } else if self.due_at.is_none() {
            ClockState::None
        } else if past(self.due_at) {
            ClockState::Breached
        } else if past(self.at_risk_at) {
            ClockState::AtRisk
        } else {
            ClockState::Calm
        }
    }

    /// Whether the promise was kept in time; unset while it runs, or when nothing is owed.
    pub fn kept(&self) -> Option<bool> {
        let met = self.met_at?;
        Some(self.due_at.is_none_or(|due| met <= due))
    }

    /// What is left at `now`: nothing once the due time has passed, what it stands at on hold; unset without a
    /// promise. While a business clock runs, what is left and what was used up are its whole allowance.
    pub fn left(&self, calendar: &Calendar, now: Instant) -> Option<Left> {
        let seconds = match (self.held, self.due_at) {
            (Some(held), _) => held.left_seconds,
            (None, Some(due)) if self.business => calendar.open_seconds(now, due),
            (None, Some(due)) => (due - now).num_seconds().max(0),
            (None, None) => return None,
        };
        let day = match self.business {
            true => calendar.business_day_seconds(),
            false => 86_400,
        };
        Some(Left {
            seconds,
            day,
            business: self.business,
        })
    }

    /// How much is used up at `now` (or was, when it stopped), in per mille, 0 to 1000; unset
    /// without a promise.
    ///
    /// Exact at the start, at 80 % and at the end; in between it runs evenly, so that it can be
    /// drawn without the calendar.
    pub fn used_per_mille(&self, now: Instant) -> Option<i64> {
        if let Some(held) = self.held {
            let used = held.allowance_seconds - held.left_seconds;
            return Some(used * 1000 / held.allowance_seconds.max(1));
        }
        let (risk, due) = (self.at_risk_at?, self.due_at?);
        let now = self.met_at.unwrap_or(now);
        Some(if now < risk {
            along(self.started_at, risk, now) * 800 / 1000
        } else {
            800 + along(risk, due, now) * 200 / 1000
        })
    }
}

/// How far `now` is from `from` to `to`, in per mille, 0 to 1000.
fn along(from: Instant, to: Instant, now: Instant) -> i64 {
    let (whole, part) = ((to - from).num_seconds(), (now - from).num_seconds());
    if whole <= 0 {
        return 1000;
    }
    (part * 1000 / whole).clamp(0, 1000)
}
