//! How a number is added up: every record gives a part, or is left out with a reason.

use super::Why;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

crate::named! {
    /// The kind of record that a number counted.
    pub enum RecordKind {
        Engagement = "engagement",
        Handoff = "handoff",
        Job = "job",
        Cost = "cost",
        Survey = "survey",
        Person = "person",
        Client = "client",
        Milestone = "milestone",
    }
}

/// One record, by its kind, identity and key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// What it is.
    pub kind: RecordKind,
    /// Its identity.
    pub id: Uuid,
    /// The importer's own name of it.
    pub key: &'a str,
}

/// What one record adds to a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Added to the numerator.
    pub numerator: i64,
    /// Added to the denominator.
    pub denominator: i64,
}

impl Part {
    /// A record that met what is asked (1 of 1) or did not (0 of 1).
    pub const fn met(met: bool) -> Self {
        Self {
            numerator: met as i64,
            denominator: 1,
        }
    }

    /// A record that is merely counted.
    pub const ONE: Self = Self {
        numerator: 1,
        denominator: 0,
    };
}

/// Takes the records of a number as they are looked at.
pub trait Tally {
    /// The record is counted, with this part, for this reason.
    fn count(&mut self, record: Record<'_>, part: Part, why: Why);
    /// The record is left out, for this reason.
    fn leave_out(&mut self, record: Record<'_>, why: Why);
    /// Whether it matters what is left out; otherwise it need not be looked at.
    fn keeps_left_out(&self) -> bool;
}

/// Adds up and forgets the records.
#[derive(Default)]
pub(super) struct Sum(pub Part);

impl Tally for Sum {
    fn count(&mut self, _: Record<'_>, part: Part, _: Why) {
        self.0.numerator += part.numerator;
        self.0.denominator += part.denominator;
    }

    fn leave_out(&mut self, _: Record<'_>, _: Why) {}

    fn keeps_left_out(&self) -> bool {
        false
    }
}

/// One record of a trace.
#[derive(Clone, Debug, PartialEq)]
pub struct Traced {
    /// What it is.
    pub kind: RecordKind,
    /// Its identity.
    pub id: Uuid,
    /// The importer's own name of it.
    pub key: String,
    /// What it added; nothing where it was left out.
    pub part: Part,
    /// Why it counts as it does, or why it was left out.
    pub why: Why,
}

/// The records behind a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// Those it counted.
    pub counted: Vec<Traced>,
    /// Those it looked at and left out.
    pub left_out: Vec<Traced>,
}

fn traced(record: Record<'_>, part: Part, why: Why) -> Traced {
    Traced {
        kind: record.kind,
        id: record.id,
        key: record.key.to_owned(),
        part,
        why,
    }
}

impl Tally for Trace {
    fn count(&mut self, record: Record<'_>, part: Part, why: Why) {
        self.counted.push(traced(record, part, why));
    }

    fn leave_out(&mut self, record: Record<'_>, why: Why) {
        self.left_out.push(traced(record, Part::default(), why));
    }

    fn keeps_left_out(&self) -> bool {
        true
    }
}
