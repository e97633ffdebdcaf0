//! Pace: where a number should stand at an instant of a quarter, and the mark that says whether it does.

use super::{Fraction, Goal, Outcome, Target};
use crate::{
    facts::Facts,
    metrics::{Filter, Ledger, Metric, Number, Scope, measure, measure_period},
    time::{Day, Quarter},
};

crate::named! {
    /// The plan's progress indicators.
    pub enum Mark {
        /// On pace to achieve all of it: ratio ≥ 1.
        OnPace = "[+]",
        /// Within 20 %: ratio ≥ 0.8.
        Slightly = "[~]",
        /// More than 20 % behind.
        Behind = "[-]",
        /// Nothing to compare.
        NoData = "no data",
        /// A number that is only watched (`Baseline`, `Track`), or has no target.
        Watched = "watched",
    }
}

impl Mark {
    /// What the plan says that an indicator means; none for what is no indicator.
    pub const fn meaning(self) -> Option<&'static str> {
        match self {
            Self::OnPace => Some("On pace to achieve 100% of goal"),
            Self::Slightly => Some("Slightly off-pace, within 20%"),
            Self::Behind => Some("Off-pace, more than 20% behind"),
            Self::NoData | Self::Watched => None,
        }
    }
}

/// Where a number should stand: at least the first, at most the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// At least.
    pub low: Option<Fraction>,
    /// At most.
    pub high: Option<Fraction>,
}

/// How an outcome does in a quarter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// What was reached, so far; `None` for a quarter that has not begun.
    pub actual: Option<Number>,
    /// What should be reached by now.
    pub expected: Option<Expected>,
    /// The growth's baseline, where the target is one.
    pub baseline: Option<Number>,
    /// The verdict.
    pub mark: Mark,
}

/// The pace of `outcome` in `quarter`, as known to `ledger`, under `filter`.
/// A growth is measured against the same number in the first quarter of the quarter's year.
pub fn pace(ledger: &Ledger, outcome: &Outcome, quarter: Quarter, filter: &Filter) -> Pace {
    let today = ledger.today();
    let period = quarter.period();
    let target = outcome.target(quarter);
    let nothing = Pace {
        actual: None,
        expected: None,
        baseline: None,
        mark: Mark::NoData,
    };
    if today < period.from {
        return nothing;
    }
    let scope = |quarter: Quarter| Scope {
        period: quarter.period(),
        filter: filter.clone(),
    };
    let actual = match outcome.metric {
        Metric::Milestone => Some(done(
            ledger.facts(),
            &outcome.key,
            today.min(last_day(quarter)),
        )),
        metric => measure_period(ledger, metric, &scope(quarter)),
    };
    let baseline = matches!(
        target,
        Some(Target {
            goal: Goal::Growth(_),
            ..
        })
    )
    .then(|| {
        measure(
            ledger,
            outcome.metric,
            &scope(Quarter {
                number: 1,
                ..quarter
            }),
        )
    })
    .flatten();
    let share = Fraction::new(elapsed(quarter, today), period.days()).unwrap_or(Fraction::whole(1));
    let expected = target.and_then(|target| expected(outcome, quarter, target, share, baseline));
    let mark = mark(target, actual, expected);
    Pace {
        actual,
        expected,
        baseline,
        mark,
    }
}

fn done(facts: &Facts, outcome: &str, by: Day) -> Number {
    let done = facts
        .milestones
        .iter()
        .any(|fact| fact.outcome == outcome && fact.done_on <= by);
    Number {
        numerator: i64::from(done),
        denominator: 1,
    }
}

fn last_day(quarter: Quarter) -> Day {
    let after = quarter.period().to;
    after.pred_opt().unwrap_or(after)
}

/// The days of the quarter that have begun by `today`, all of them once it is over.
fn elapsed(quarter: Quarter, today: Day) -> i64 {
    let period = quarter.period();
    ((today - period.from).num_days() + 1).clamp(0, period.days())
}

fn expected(
    outcome: &Outcome,
    quarter: Quarter,
    target: Target,
    share: Fraction,
    baseline: Option<Number>,
) -> Option<Expected> {
    match target.goal {
        Goal::Baseline | Goal::Track => None,
        Goal::Growth(percent) => {
            // What began at nothing has no growth in percent.
            let baseline = baseline.filter(|number| number.numerator > 0)?;
            let grown =
                Fraction::whole(baseline.numerator).times(Fraction::new(10_000 + percent, 10_000)?);
            Some(Expected {
                low: Some(grown.times(share)),
                high: None,
            })
        }
        _ if accumulates(outcome.metric) => Some(on_the_way(outcome, quarter, target, share)),
        _ => {
            let (low, high) = target.bounds();
            Some(Expected { low, high })
        }
    }
}

const fn accumulates(metric: Metric) -> bool {
    matches!(
        metric,
        Metric::CaseStudies | Metric::ActiveEngagements | Metric::Producers
    )
}

/// The last quarter's target plus the elapsed share of the quarter's step. The year's first quarter has no
/// quarter before it: what is counted from the start of the year (`case_studies`) starts at 0, what was
/// there already is expected at its target. The upper end of a range does not move: early is no fault.
fn on_the_way(outcome: &Outcome, quarter: Quarter, target: Target, share: Fraction) -> Expected {
    let before = Quarter {
        number: quarter.number - 1,
        ..quarter
    };
    let start = match outcome.target(before) {
        Some(last) => last.bounds().0,
        None => (outcome.metric == Metric::CaseStudies).then_some(Fraction::whole(0)),
    };
    let (low, high) = target.bounds();
    Expected {
        low: low.map(|end| start.unwrap_or(end).towards(end, share)),
        high,
    }
}

fn mark(target: Option<Target>, actual: Option<Number>, expected: Option<Expected>) -> Mark {
    let Some(actual) =
        actual.and_then(|number| Fraction::new(number.numerator, number.denominator))
    else {
        return Mark::NoData;
    };
    let Some(expected) = expected else {
        let watched = !matches!(
            target,
            Some(Target {
                goal: Goal::Growth(_),
                ..
            })
        );
        return if watched { Mark::Watched } else { Mark::NoData };
    };
    let short = expected
        .low
        .filter(|low| actual < *low)
        .map(|low| (actual, low));
    let over = expected
        .high
        .filter(|high| actual > *high)
        .map(|high| (high, actual));
    match short.or(over) {
        None => Mark::OnPace,
        // ratio = part ÷ whole ≥ 0.8 ⇔ part ≥ whole × 4 ÷ 5, for a whole above 0.
        Some((part, whole)) if part >= whole.times(FOUR_FIFTHS) && whole > Fraction::whole(0) => {
            Mark::Slightly
        }
        Some(_) => Mark::Behind,
    }
}

const FOUR_FIFTHS: Fraction = match Fraction::new(4, 5) {
    Some(share) => share,
    None => Fraction::whole(1),
};
