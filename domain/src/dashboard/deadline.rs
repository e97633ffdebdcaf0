//! What is about to break: the clocks that have run out, or will soon.

use crate::{
    clock::{Clock, ClockState},
    metrics::{Filter, Hanging, Ledger, Pressing},
};
use serde::{Deserialize, Serialize};

/// How many are shown.
const MOST: usize = 9;

/// The next clocks to run out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deadlines {
    /// The oldest first, at most nine.
    pub next: Vec<Deadline>,
    /// How many have run out, shown or not.
    pub breached: usize,
    /// How many are at risk, shown or not.
    pub at_risk: usize,
}

/// A clock, and what hangs on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deadline {
    /// What.
    pub what: Hanging,
    /// What it is about.
    pub title: String,
    /// For whom.
    pub client: String,
    /// The engagement's producer.
    pub producer: Option<String>,
    /// The clock.
    pub clock: Clock,
}

/// The open handoffs and jobs under `filter` whose clock is at risk or breached.
pub(super) fn deadlines(ledger: &Ledger, filter: &Filter) -> Deadlines {
    let found = ledger.pressing();
    let found = found.filter(|one| {
        filter.engagement(one.engagement) && filter.workflow(one.job.map(|job| job.workflow))
    });
    let found: Vec<_> = found.collect();
    let late = |one: &Pressing| one.clock.state(ledger.asof) == ClockState::Breached;
    let breached = found.iter().filter(|one| late(one)).count();
    let next = found.iter().take(MOST);
    Deadlines {
        next: next.map(|one| deadline(ledger, one)).collect(),
        breached,
        at_risk: found.len() - breached,
    }
}

fn deadline(ledger: &Ledger, pressing: &Pressing) -> Deadline {
    let engagement = pressing.engagement;
    let clients = &ledger.facts().clients;
    let client = clients.iter().find(|client| client.id == engagement.client);
    let producer = engagement.producer.and_then(|id| ledger.person(id));
    let title = pressing.job.map_or(&engagement.name, |job| &job.title);
    Deadline {
        what: pressing.what,
        title: title.clone(),
        client: client.map(|client| client.name.clone()).unwrap_or_default(),
        producer: producer.map(|person| person.name.clone()),
        clock: pressing.clock,
    }
}
