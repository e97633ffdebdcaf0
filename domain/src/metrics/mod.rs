//! Every number of DOMAIN section 5, from facts, with its records.
//!
//! A number is a numerator and a denominator in whole units (counts, cents, seconds, days); both are
//! sums over records, so that a number over a set is the sum of its parts. It is divided, and
//! rounded, only to be shown.

mod about;
mod engagements;
mod handoffs;
mod jobs;
mod judge;
mod ledger;
mod margin;
mod metric;
mod milestones;
mod nps;
mod people;
mod pressing;
mod qc;
mod scope;
mod shown;
mod standings;
mod tally;
mod timeline;
mod why;

pub use judge::Standing;
pub use ledger::Ledger;
pub use margin::{fees, price, priced};
pub use metric::{Metric, Unit};
pub use pressing::{Hanging, Pressing};
pub use qc::{QcVerdict, qc_verdicts};
pub use scope::{Filter, Scope};
pub use standings::Standings;
pub use tally::{Part, Record, RecordKind, Tally, Trace, Traced};
pub use why::Why;

use crate::handoff::HandoffKind;
use engagements::closings;
use ledger::{CostEntry, HandoffEntry, JobEntry, Look};
use scope::Known;
use serde::{Deserialize, Serialize};

/// A number, before it is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// In the metric's whole unit.
    pub numerator: i64,
    /// In the same unit; 0 where there is no data, 1 for a plain count.
    pub denominator: i64,
}

impl Number {
    /// Numerator ÷ denominator; `None` ("no data") where the denominator is 0.
    pub fn value(self) -> Option<f64> {
        (self.denominator != 0).then(|| self.numerator as f64 / self.denominator as f64)
    }
}

/// The number, or `None` where the filter cannot be applied to it.
pub fn measure(ledger: &Ledger, metric: Metric, scope: &Scope) -> Option<Number> {
    let mut sum = tally::Sum::default();
    tally(ledger, metric, scope, &mut sum)?;
    Some(number(metric, sum.0))
}

/// The number of a period: a level metric of a period that is over stands as it stood at its last second.
pub fn measure_period(ledger: &Ledger, metric: Metric, scope: &Scope) -> Option<Number> {
    match at_its_end(ledger, metric, scope) {
        Some(then) => measure(&then, metric, scope),
        None => measure(ledger, metric, scope),
    }
}

/// [`measure_period`] with its records.
pub fn trace_period(ledger: &Ledger, metric: Metric, scope: &Scope) -> Option<(Number, Trace)> {
    match at_its_end(ledger, metric, scope) {
        Some(then) => trace(&then, metric, scope),
        None => trace(ledger, metric, scope),
    }
}

/// What was known at the period's last second, where the metric is asked for as of then.
fn at_its_end<'a>(ledger: &Ledger<'a>, metric: Metric, scope: &Scope) -> Option<Ledger<'a>> {
    let end = ledger.facts.calendar.zone.start_of(scope.period.to);
    let over = metric.is_level() && end <= ledger.asof;
    over.then(|| ledger.back(end - chrono::TimeDelta::seconds(1)))
}

/// The number with its records, or `None` where the filter cannot be applied to it.
pub fn trace(ledger: &Ledger, metric: Metric, scope: &Scope) -> Option<(Number, Trace)> {
    let mut trace = Trace::default();
    tally(ledger, metric, scope, &mut trace)?;
    let sum = trace
        .counted
        .iter()
        .fold(Part::default(), |sum, traced| Part {
            numerator: sum.numerator + traced.part.numerator,
            denominator: sum.denominator + traced.part.denominator,
        });
    Some((number(metric, sum), trace))
}

fn number(metric: Metric, sum: Part) -> Number {
    let denominator = if metric.is_count() {
        1
    } else {
        sum.denominator
    };
    Number {
        numerator: sum.numerator,
        denominator,
    }
}

fn tally(ledger: &Ledger, metric: Metric, scope: &Scope, tally: &mut dyn Tally) -> Option<()> {
    if !scope.filter.applies_to(metric) {
        return None;
    }
    match metric {
        Metric::ActiveEngagements => engagements::active_engagements(ledger, scope, tally),
        Metric::HandoffCompliance1 => {
            handoffs::compliance(ledger, HandoffKind::SalesToProduction, scope, tally)
        }
        Metric::HandoffCompliance2 => {
            handoffs::compliance(ledger, HandoffKind::ProductionToGenerative, scope, tally)
        }
        Metric::HandoffCompliance3 => {
            handoffs::compliance(ledger, HandoffKind::GenerativeToProduction, scope, tally)
        }
        Metric::HandoffCompliance4 => {
            handoffs::compliance(ledger, HandoffKind::ProductionToSales, scope, tally)
        }
        Metric::CaseStudies => handoffs::case_studies(ledger, scope, tally),
        Metric::OnboardingDays => handoffs::onboarding_days(ledger, scope, tally),
        Metric::ProductionMargin => margin::production_margin(ledger, scope, tally),
        Metric::OnTimeDelivery => jobs::on_time_delivery(ledger, scope, tally),
        Metric::JobRequests => jobs::job_requests(ledger, scope, tally),
        Metric::Nps => nps::nps(ledger, scope, tally),
        Metric::Producers => people::producers(ledger, scope, tally),
        Metric::ClientsPerProducer => people::clients_per_producer(ledger, scope, tally),
        Metric::ProducerRampWeeks => people::producer_ramp_weeks(ledger, scope, tally),
        Metric::Milestone => milestones::milestone(ledger, tally),
        Metric::SowPackage48h => {
            handoffs::submitted_in_time(ledger, HandoffKind::SalesToProduction, scope, tally)
        }
        Metric::QcFirstPass => handoffs::qc_first_pass(ledger, scope, tally),
        Metric::Availability24h => handoffs::availability_24h(ledger, scope, tally),
        Metric::PodRequestLeadTime => {
            handoffs::submitted_in_time(ledger, HandoffKind::ProductionToGenerative, scope, tally);
        }
        Metric::PlatformAdoption => handoffs::platform_adoption(ledger, scope, tally),
    }
    Some(())
}
