//! How an SLA's time is used up: open hours or all hours, less the holds.

use super::{
    Calendar, Hold, Sla,
    hold::{Holds, NEVER, Span},
};
use crate::time::Instant;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// When an SLA runs out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// At this instant.
    At(Instant),
    /// Not while the hold lasts.
    Held {
        /// What is left of the allowance, in whole seconds.
        left_seconds: i64,
    },
}

impl Due {
    /// The instant, where there is one.
    pub fn at(self) -> Option<Instant> {
        match self {
            Self::At(at) => Some(at),
            Self::Held { .. } => None,
        }
    }
}

/// The share of an allowance after which a clock is at risk: four fifths, 80 %.
pub(crate) fn at_risk_share(allowance: TimeDelta) -> TimeDelta {
    allowance * 4 / 5
}

impl Calendar {
    /// The seconds that `sla` promises: open seconds for business clocks, all seconds otherwise.
    pub fn allowance_seconds(&self, sla: Sla) -> i64 {
        match sla {
            Sla::BusinessDays(days) => i64::from(days) * self.business_day_seconds(),
            Sla::BusinessHours(hours) | Sla::Hours(hours) => i64::from(hours) * 3600,
        }
    }

    /// When an SLA that started at `start` runs out. Business clocks use up open time only, and no
    /// clock uses up time on hold; overlapping holds count once. Time that runs out exactly at
    /// closing is due at closing, and a hold that begins once it has run out changes nothing.
    pub fn due(&self, sla: Sla, start: Instant, holds: &[Hold]) -> Due {
        let allowance = TimeDelta::seconds(self.allowance_seconds(sla));
        self.reached(sla, start, &Holds::new(holds), allowance)
    }

    /// When 80 % of the SLA is used up; unset when a lasting hold began before that.
    pub fn at_risk_at(&self, sla: Sla, start: Instant, holds: &[Hold]) -> Option<Instant> {
        let allowance = TimeDelta::seconds(self.allowance_seconds(sla));
        self.reached(sla, start, &Holds::new(holds), at_risk_share(allowance))
            .at()
    }

    /// The whole seconds used up from `start` to `until`; more than the allowance once it has run out.
    pub fn elapsed(&self, sla: Sla, start: Instant, until: Instant, holds: &[Hold]) -> i64 {
        self.counted(sla, start, &Holds::new(holds))
            .take_while(|(from, _)| *from < until)
            .map(|(from, to)| to.min(until) - from)
            .sum::<TimeDelta>()
            .num_seconds()
    }

    /// When `amount` of counted time has passed.
    fn reached(&self, sla: Sla, start: Instant, holds: &Holds, amount: TimeDelta) -> Due {
        let mut left = amount;
        for (from, to) in self.counted(sla, start, holds) {
            if left <= to - from {
                return Due::At(from + left);
            }
            left -= to - from;
        }
        Due::Held {
            left_seconds: left.num_seconds(),
        }
    }

    /// The intervals from `start` on that use up the SLA, in order; ends where a lasting hold begins.
    pub(super) fn counted<'a>(
        &'a self,
        sla: Sla,
        start: Instant,
        holds: &'a Holds,
    ) -> impl Iterator<Item = Span> + 'a {
        let running: Box<dyn Iterator<Item = Span> + 'a> = match sla {
            Sla::BusinessDays(_) | Sla::BusinessHours(_) => Box::new(self.open_from(start)),
            Sla::Hours(_) => Box::new(std::iter::once((start, NEVER))),
        };
        let end = holds.lasting_from().unwrap_or(NEVER);
        running
            .take_while(move |(from, _)| *from < end)
            .flat_map(|span| holds.outside(span))
    }
}
