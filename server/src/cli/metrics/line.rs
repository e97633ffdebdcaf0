//! One number, as it is printed.

use domain::metrics::{self, Ledger, Metric, Number, Scope, Traced};
use serde::{Serialize, Serializer, ser::SerializeMap as _};
use std::fmt;

/// One number, or that the filter cannot be applied to it.
pub(super) struct Line {
    metric: Metric,
    number: Option<Number>,
    records: Option<Records>,
}

/// What a number counted and left out.
struct Records {
    counted: Vec<Record>,
    left_out: Vec<Record>,
}

#[derive(Serialize)]
struct Record {
    key: String,
    reason: String,
}

impl Line {
    /// Computes it, with its records where they are asked for.
    pub fn of(ledger: &Ledger<'_>, metric: Metric, scope: &Scope, with_records: bool) -> Self {
        if !with_records {
            let number = metrics::measure(ledger, metric, scope);
            return Self {
                metric,
                number,
                records: None,
            };
        }
        let traced = metrics::trace(ledger, metric, scope);
        let (number, trace) = traced.unzip();
        let records = trace.map(|trace| Records {
            counted: records(trace.counted),
            left_out: records(trace.left_out),
        });
        Self {
            metric,
            number,
            records,
        }
    }
}

fn records(traced: Vec<Traced>) -> Vec<Record> {
    let record = |traced: Traced| Record {
        key: traced.key,
        reason: traced.why.to_string(),
    };
    traced.into_iter().map(record).collect()
}

/// The value; none where the denominator is 0.
fn value(number: &Number) -> Option<f64> {
    (number.denominator != 0).then(|| number.numerator as f64 / number.denominator as f64)
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("metric", self.metric.name())?;
        match &self.number {
            Some(number) => {
                map.serialize_entry("numerator", &number.numerator)?;
                map.serialize_entry("denominator", &number.denominator)?;
                map.serialize_entry("value", &value(number))?;
            }
            None => map.serialize_entry("filter", "not applicable")?,
        }
        if let Some(records) = &self.records {
            map.serialize_entry("counted", &records.counted)?;
            map.serialize_entry("left_out", &records.left_out)?;
        }
        map.end()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<24}", self.metric.name())?;
        let Some(number) = &self.number else {
            return write!(f, "the filter is not applicable");
        };
        write!(f, "{:>14} ÷ {:<14}", number.numerator, number.denominator)?;
        match value(number) {
            Some(value) => write!(f, "{value:.4}"),
            None => write!(f, "no data"),
        }
    }
}
