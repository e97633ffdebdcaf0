//! A number on the page, or why there is none.

use super::{Question, Sight};
use crate::metrics::{Ledger, Metric, Number, Scope, measure_period};
use serde::{Deserialize, Serialize};

/// A number, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Figure {
    /// Measured; a denominator of 0 reads "no data".
    Measured(Number),
    /// The filter cannot be applied to it.
    NotApplicable,
    /// The period has not begun.
    NotYet,
    /// The viewer may not see it.
    Hidden,
}

impl Figure {
    /// The figure of `metric` for `question`.
    pub(super) fn of(ledger: &Ledger, metric: Metric, question: &Question, sight: Sight) -> Self {
        let scope = Scope {
            period: question.span.period(ledger.today()),
            filter: question.filter.clone(),
        };
        if !sight.has(metric) {
            Self::Hidden
        } else if ledger.today() < scope.period.from {
            Self::NotYet
        } else {
            measure_period(ledger, metric, &scope).map_or(Self::NotApplicable, Self::Measured)
        }
    }

    /// The number, where it was measured.
    pub fn number(self) -> Option<Number> {
        match self {
            Self::Measured(number) => Some(number),
            _ => None,
        }
    }

    /// The number divided, where there is data.
    pub fn value(self) -> Option<f64> {
        self.number().and_then(Number::value)
    }

    /// As people read it.
    pub fn shown(self, metric: Metric) -> String {
        match self {
            Self::Measured(number) => number.shown(metric),
            Self::NotApplicable => "not by this filter".into(),
            Self::NotYet => "not yet".into(),
            Self::Hidden => "not shown to you".into(),
        }
    }

    /// What it was divided from: `7 of 8 handoffs settled`.
    pub fn parts(self, metric: Metric) -> Option<String> {
        let (number, what) = (self.number()?, metric.parts_of()?);
        let Number {
            numerator,
            denominator,
        } = number;
        Some(match metric {
            Metric::ClientsPerProducer => format!("{numerator} clients, {denominator} {what}"),
            _ => format!("{numerator} of {denominator} {what}"),
        })
    }
}
