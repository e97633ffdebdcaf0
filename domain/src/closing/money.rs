//! Where the money of an engagement went: revenue by month, cost by who or what it was spent on.

use crate::{
    facts::{CostFact, Spent},
    metrics::{Ledger, RecordKind, Trace, Why},
    money::Cents,
    time::Day,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// One line of a list of amounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is for.
    pub what: String,
    /// How much, in cents of the agency's currency.
    pub amount: Cents,
}

/// The lines behind a margin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines {
    /// What the client paid, a line a year.
    pub revenue: Vec<Line>,
    /// What was spent: the team by title, outside amounts by their note; the largest first.
    pub cost: Vec<Line>,
}

impl Lines {
    /// The lines that make up a traced `production_margin`.
    pub(super) fn of(ledger: &Ledger, trace: &Trace) -> Self {
        let costs: HashMap<_, _> = ledger
            .facts()
            .costs
            .iter()
            .map(|cost| (cost.id.0, cost))
            .collect();
        let mut revenue: BTreeMap<String, Cents> = BTreeMap::new();
        let mut cost: BTreeMap<String, Cents> = BTreeMap::new();
        for traced in &trace.counted {
            match (traced.kind, traced.why) {
                (RecordKind::Engagement, Why::Revenue { month, .. }) => {
                    add(&mut revenue, year(month), Cents(traced.part.numerator));
                }
                (RecordKind::Cost, Why::Spent(amount)) => {
                    let spent_on = costs.get(&traced.id).map(|cost| spent_on(ledger, cost));
                    add(&mut cost, spent_on.unwrap_or_default(), amount);
                }
                _ => {}
            }
        }
        let mut cost = lines(cost);
        cost.sort_by_key(|line| std::cmp::Reverse(line.amount));
        Self {
            revenue: lines(revenue),
            cost,
        }
    }
}

fn add(sums: &mut BTreeMap<String, Cents>, what: String, amount: Cents) {
    let sum = sums.entry(what).or_default();
    *sum = *sum + amount;
}

fn lines(sums: BTreeMap<String, Cents>) -> Vec<Line> {
    let line = |(what, amount)| Line { what, amount };
    sums.into_iter().map(line).collect()
}

fn year(month: Day) -> String {
    format!("Fees {}", month.format("%Y"))
}

/// People by what they do, for a report is no place for what somebody costs.
fn spent_on(ledger: &Ledger, cost: &CostFact) -> String {
    match cost.spent {
        Spent::Hours { person, .. } => match ledger.person(person) {
            Some(person) => person.title.clone(),
            None => "Team".to_owned(),
        },
        Spent::Amount(_) if cost.note.trim().is_empty() => "Outside costs".to_owned(),
        Spent::Amount(_) => cost.note.trim().to_owned(),
    }
}
