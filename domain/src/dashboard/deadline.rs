//! What is about to break: the clocks that have run out, or will soon.

use crate::{
    clock::{Clock, ClockState},
    facts::{EngagementFact, HandoffFact, JobFact},
    handoff::{self, DueInputs, HandoffKind, acceptance},
    ids::*,
    job,
    metrics::{Filter, Ledger},
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

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

/// What hangs on a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hanging {
    /// A handoff that is not submitted.
    Handoff(HandoffId, HandoffKind),
    /// A job that is not delivered.
    Job(JobId),
}

/// The open handoffs and jobs under `filter` whose clock is at risk or breached.
pub(super) fn deadlines(ledger: &Ledger, filter: &Filter) -> Deadlines {
    let mut found = open_clocks(ledger, filter);
    let state = |deadline: &Deadline| deadline.clock.state(ledger.asof);
    found.retain(|deadline| matches!(state(deadline), ClockState::AtRisk | ClockState::Breached));
    found.sort_by_key(|deadline| deadline.clock.due_at);
    let breached = found
        .iter()
        .filter(|one| state(one) == ClockState::Breached);
    let breached = breached.count();
    let at_risk = found.len() - breached;
    found.truncate(MOST);
    Deadlines {
        next: found,
        breached,
        at_risk,
    }
}

/// A job's deliverable runs on the job's clock: only one of the two is listed, the handoff once there is one.
fn open_clocks(ledger: &Ledger, filter: &Filter) -> Vec<Deadline> {
    let facts = ledger.facts();
    let asked = Asked::new(ledger, filter);
    let handed: HashSet<_> = facts.handoffs.iter().filter_map(|one| one.job).collect();
    let handoffs = facts.handoffs.iter().filter_map(|one| asked.handoff(one));
    let jobs = facts.jobs.iter().filter(|job| !handed.contains(&job.id));
    handoffs
        .chain(jobs.filter_map(|one| asked.job(one)))
        .collect()
}

/// The facts by identity, and who is asked for.
struct Asked<'l, 'a> {
    ledger: &'l Ledger<'a>,
    filter: &'l Filter,
    workflows: HashMap<WorkflowId, EngagementId>,
    jobs: HashMap<JobId, &'a JobFact>,
}

impl<'l, 'a> Asked<'l, 'a> {
    fn new(ledger: &'l Ledger<'a>, filter: &'l Filter) -> Self {
        let facts = ledger.facts();
        let workflows = facts.workflows.iter();
        Self {
            ledger,
            filter,
            workflows: workflows.map(|one| (one.id, one.engagement)).collect(),
            jobs: facts.jobs.iter().map(|one| (one.id, one)).collect(),
        }
    }

    fn handoff(&self, fact: &HandoffFact) -> Option<Deadline> {
        if acceptance(&fact.events).is_some() {
            return None;
        }
        let engagement = self.engagement(fact.engagement)?;
        let job = fact.job.and_then(|id| self.jobs.get(&id));
        if !self.filter.workflow(job.map(|job| job.workflow)) {
            return None;
        }
        let calendar = &self.ledger.facts().calendar;
        let inputs = DueInputs::of(fact, engagement, job.map(|job| job::clock(calendar, job)));
        let clock = handoff::clock(fact.kind, &calendar.zone, &inputs);
        let title = job.map_or(&engagement.name, |job| &job.title);
        Some(self.deadline(
            Hanging::Handoff(fact.id, fact.kind),
            engagement,
            title,
            clock,
        ))
    }

    fn job(&self, fact: &JobFact) -> Option<Deadline> {
        let engagement = self.engagement(*self.workflows.get(&fact.workflow)?)?;
        if !self.filter.workflow(Some(fact.workflow)) {
            return None;
        }
        let clock = job::clock(&self.ledger.facts().calendar, fact);
        Some(self.deadline(Hanging::Job(fact.id), engagement, &fact.title, clock))
    }

    fn engagement(&self, id: EngagementId) -> Option<&'a EngagementFact> {
        let found = self.ledger.engagement(id);
        found.filter(|engagement| self.filter.engagement(engagement))
    }

    fn deadline(
        &self,
        what: Hanging,
        engagement: &EngagementFact,
        title: &str,
        clock: Clock,
    ) -> Deadline {
        let clients = &self.ledger.facts().clients;
        let client = clients.iter().find(|client| client.id == engagement.client);
        let producer = engagement.producer.and_then(|id| self.ledger.person(id));
        Deadline {
            what,
            title: title.to_owned(),
            client: client.map(|client| client.name.clone()).unwrap_or_default(),
            producer: producer.map(|person| person.name.clone()),
            clock,
        }
    }
}
