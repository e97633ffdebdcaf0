//! The margin that a budget leaves of the fee.

use super::{BudgetLine, Terms};
use crate::{
    metrics::Number,
    money::Cents,
    plan::{Fraction, Target},
};
use serde::{Deserialize, Serialize};

/// A planned margin: what is paid over the term, and what it is planned to cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedMargin {
    /// The fees over the planned days.
    pub revenue: Cents,
    /// The sum of the budget.
    pub cost: Cents,
}

/// The margin that `budget` leaves of `monthly_fee` over the engagement's term.
pub fn planned(terms: &Terms, monthly_fee: Cents, budget: &[BudgetLine]) -> PlannedMargin {
    PlannedMargin {
        revenue: terms.fees(monthly_fee),
        cost: budget.iter().map(|line| line.amount).sum(),
    }
}

impl PlannedMargin {
    /// (revenue − cost) ÷ revenue; none without revenue.
    pub fn share(&self) -> Option<Fraction> {
        Fraction::new((self.revenue - self.cost).0, self.revenue.0)
    }

    /// The same as a number of `production_margin`, to be shown like every other.
    pub fn number(&self) -> Number {
        Number {
            numerator: (self.revenue - self.cost).0,
            denominator: self.revenue.0,
        }
    }

    /// Whether it is under the least that `target` asks for; false where that names no least.
    pub fn is_under(&self, target: &Target) -> bool {
        match (self.share(), target.bounds().0) {
            (Some(share), Some(least)) => share < least,
            _ => false,
        }
    }
}
