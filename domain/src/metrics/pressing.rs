//! The clocks of open handoffs and jobs that have run out, or will soon.

use super::{Ledger, standings::Places};
use crate::{
    clock::{Clock, ClockState},
    facts::{EngagementFact, HandoffFact, JobFact},
    handoff::{self, DueInputs, HandoffKind, acceptance},
    ids::*,
    job,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What hangs on a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hanging {
    /// A handoff that is not submitted.
    Handoff(HandoffId, HandoffKind),
    /// A job that is not delivered.
    Job(JobId),
}

/// A clock that is at risk or breached.
#[derive(Clone, Copy, Debug)]
pub struct Pressing<'a> {
    /// What hangs on it.
    pub what: Hanging,
    /// The engagement that it is for.
    pub engagement: &'a EngagementFact,
    /// The job that it is about; none for a handoff of the engagement itself.
    pub job: Option<&'a JobFact>,
    /// The clock.
    pub clock: Clock,
}

/// The same without its facts: the places of the engagement and of the job.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    what: Hanging,
    engagement: usize,
    job: Option<usize>,
    clock: Clock,
}

impl<'a> Ledger<'a> {
    /// The open handoffs and jobs whose clock is at risk or breached, the oldest first. A job's deliverable runs on the
    /// job's clock: only one of the two is among them, the handoff while it is prepared. Once that is submitted its own
    /// clock stands, but the job is owed until it is delivered.
    pub fn pressing(&self) -> impl Iterator<Item = Pressing<'a>> {
        let facts = self.facts;
        let open = self.judgement().pressing.get_or_init(|| pressing(self));
        open.iter().filter_map(|one| {
            Some(Pressing {
                what: one.what,
                engagement: facts.engagements.get(one.engagement)?,
                job: one.job.and_then(|job| facts.jobs.get(job)),
                clock: one.clock,
            })
        })
    }
}

fn pressing(ledger: &Ledger) -> Vec<Open> {
    let facts = ledger.facts;
    let places = Places::of(facts);
    let handoffs = facts.handoffs.iter();
    let handoffs = handoffs.filter_map(|fact| of_handoff(ledger, &places, fact));
    let mut open: Vec<_> = handoffs.filter(|one| one.clock.met_at.is_none()).collect();
    let prepared: HashSet<_> = open.iter().filter_map(|one| one.job).collect();
    let jobs = facts.jobs.iter().enumerate();
    let jobs = jobs.filter(|(place, _)| !prepared.contains(place));
    let jobs = jobs.filter_map(|(place, fact)| {
        Some(Open {
            what: Hanging::Job(fact.id),
            engagement: *places.workflows.get(&fact.workflow)?,
            job: Some(place),
            clock: job::clock(&facts.calendar, fact),
        })
    });
    open.extend(jobs);
    let state = |one: &Open| one.clock.state(ledger.asof);
    open.retain(|one| matches!(state(one), ClockState::AtRisk | ClockState::Breached));
    open.sort_by_key(|one| one.clock.due_at);
    open
}

fn of_handoff(ledger: &Ledger, places: &Places, fact: &HandoffFact) -> Option<Open> {
    if acceptance(&fact.events).is_some() {
        return None;
    }
    let facts = ledger.facts;
    let place = *places.engagements.get(&fact.engagement)?;
    let engagement = facts.engagements.get(place)?;
    let job = fact.job.and_then(|id| places.jobs.get(&id).copied());
    let job_clock = job.and_then(|job| facts.jobs.get(job));
    let job_clock = job_clock.map(|job| job::clock(&facts.calendar, job));
    let inputs = DueInputs::of(fact, engagement, job_clock);
    Some(Open {
        what: Hanging::Handoff(fact.id, fact.kind),
        engagement: place,
        job,
        clock: handoff::clock(fact.kind, &facts.calendar.zone, &inputs),
    })
}
