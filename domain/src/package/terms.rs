//! The terms of an engagement that its package is measured against.

use crate::{
    handoff::POD_REQUEST_LEAD_DAYS,
    money::Cents,
    time::{Day, Period},
};
use chrono::Months;
use serde::{Deserialize, Serialize};

/// An engagement without a last day is planned for so many months from its first.
pub const OPEN_END_MONTHS: u32 = 12;

/// The terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The day of the SOW's signature, in the agency's zone.
    pub signed_on: Day,
    /// The first day.
    pub starts_on: Day,
    /// The last day; unset while open-ended.
    pub ends_on: Option<Day>,
    /// The day on which the pod is needed; H2 only.
    pub needed_on: Option<Day>,
}

impl Terms {
    /// The days that the engagement is planned for: to its last day, or [`OPEN_END_MONTHS`] from its first.
    pub fn period(&self) -> Period {
        let open_end = self
            .starts_on
            .checked_add_months(Months::new(OPEN_END_MONTHS));
        let after_last = match self.ends_on {
            Some(last) => last.succ_opt(),
            None => open_end,
        };
        Period {
            from: self.starts_on,
            to: after_last.unwrap_or(Day::MAX),
        }
    }

    /// The last day that the engagement is planned for.
    pub fn last_day(&self) -> Day {
        self.period().to.pred_opt().unwrap_or(self.starts_on)
    }

    /// What a monthly fee brings over the planned days, by the rule of `production_margin`.
    pub fn fees(&self, monthly_fee: Cents) -> Cents {
        crate::metrics::fees(monthly_fee, self.period())
    }
}

/// How many days before it is needed a pod is requested today; compare with [`POD_REQUEST_LEAD_DAYS`]. Negative where
/// the day has passed.
pub fn lead_days(today: Day, needed_on: Day) -> (i64, bool) {
    let days = (needed_on - today).num_days();
    (days, days >= POD_REQUEST_LEAD_DAYS as i64)
}
