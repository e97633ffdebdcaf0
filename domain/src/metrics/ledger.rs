//! The facts as they are known at an instant, with every job and handoff judged once.
//!
//! Judging is the dear part (clocks run over calendars): its outcome, [`Standings`], can be kept from one question to
//! the next. Filters and periods are then cheap loops, so that a browser answers a filter within a frame.

use super::{Standing, judge, margin};
use crate::{
    facts::*,
    handoff::HandoffKind,
    ids::*,
    money::Cents,
    people::Person,
    time::{Day, Instant},
};
use std::{cell::OnceCell, collections::HashMap, sync::Arc};

/// Facts known at an instant.
pub struct Ledger<'a> {
    pub(super) facts: &'a Facts,
    /// The instant of knowing: what happened after it is not known.
    pub asof: Instant,
    engagements: HashMap<EngagementId, &'a EngagementFact>,
    people: HashMap<PersonId, &'a Person>,
    standings: OnceCell<Arc<Standings>>,
    jobs: OnceCell<Vec<JobEntry<'a>>>,
    handoffs: OnceCell<[Vec<HandoffEntry<'a>>; 4]>,
    costs: OnceCell<Vec<CostEntry<'a>>>,
}

/// How every job and handoff of some facts stood at an instant, in the order of the facts; nothing for what was not
/// known then, or hangs on nothing.
#[derive(Debug)]
pub struct Standings {
    asof: Instant,
    jobs: Vec<Option<(Option<Instant>, Standing)>>,
    handoffs: Vec<Option<Standing>>,
}

/// A job, what it hangs on and how it stands.
pub(super) struct JobEntry<'a> {
    pub fact: &'a JobFact,
    pub engagement: &'a EngagementFact,
    pub standing: Standing,
}

/// A cost, what it hangs on and how much it is, where the person's rate is known.
pub(super) struct CostEntry<'a> {
    pub fact: &'a CostFact,
    pub engagement: Option<&'a EngagementFact>,
    pub amount: Option<Cents>,
}

/// A handoff, what it hangs on and how it stands.
pub(super) struct HandoffEntry<'a> {
    pub fact: &'a HandoffFact,
    pub engagement: &'a EngagementFact,
    pub workflow: Option<WorkflowId>,
    pub standing: Standing,
}

impl<'a> Ledger<'a> {
    /// The facts as they are known at `asof`.
    pub fn new(facts: &'a Facts, asof: Instant) -> Self {
        Self {
            facts,
            asof,
            engagements: facts.engagements.iter().map(|e| (e.id, e)).collect(),
            people: facts.people.iter().map(|p| (p.id, p)).collect(),
            standings: OnceCell::new(),
            jobs: OnceCell::new(),
            handoffs: OnceCell::new(),
            costs: OnceCell::new(),
        }
    }

    /// The same facts once more, as they were judged before.
    pub fn judged(facts: &'a Facts, standings: Arc<Standings>) -> Self {
        let ledger = Self::new(facts, standings.asof);
        Self {
            standings: OnceCell::from(standings),
            ..ledger
        }
    }

    /// How everything stands, to be kept for the next question.
    pub fn standings(&self) -> Arc<Standings> {
        self.standings
            .get_or_init(|| Arc::new(self.judge()))
            .clone()
    }

    /// The agency's day of `asof`.
    pub fn today(&self) -> Day {
        self.facts.calendar.zone.day(self.asof)
    }

    /// What it was made from.
    pub fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// An engagement.
    pub fn engagement(&self, id: EngagementId) -> Option<&'a EngagementFact> {
        self.engagements.get(&id).copied()
    }

    /// A person of the agency.
    pub fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.people.get(&id).copied()
    }

    /// Every job that was submitted by `asof`, judged.
    pub(super) fn jobs(&self) -> &[JobEntry<'a>] {
        self.jobs.get_or_init(|| {
            let standings = self.standings();
            let engagements = self.engagements_of_workflows();
            let entry = |(fact, standing): (&'a JobFact, &Option<_>)| {
                let (_, standing) = (*standing)?;
                Some(JobEntry {
                    fact,
                    engagement: engagements.get(&fact.workflow)?,
                    standing,
                })
            };
            let jobs = self.facts.jobs.iter().zip(&standings.jobs);
            jobs.filter_map(entry).collect()
        })
    }

    /// The handoffs of a kind, judged.
    pub(super) fn handoffs(&self, kind: HandoffKind) -> &[HandoffEntry<'a>] {
        let by_kind = self.handoffs.get_or_init(|| self.handoffs_by_kind());
        &by_kind[place(kind)]
    }

    fn handoffs_by_kind(&self) -> [Vec<HandoffEntry<'a>>; 4] {
        let standings = self.standings();
        let jobs: HashMap<_, _> = self.jobs().iter().map(|job| (job.fact.id, job)).collect();
        let mut by_kind: [Vec<_>; 4] = Default::default();
        for (fact, standing) in self.facts.handoffs.iter().zip(&standings.handoffs) {
            let job = fact.job.and_then(|id| jobs.get(&id));
            if let (Some(engagement), Some(standing)) =
                (self.engagement(fact.engagement), *standing)
            {
                by_kind[place(fact.kind)].push(HandoffEntry {
                    fact,
                    engagement,
                    workflow: job.map(|job| job.fact.workflow),
                    standing,
                });
            }
        }
        by_kind
    }

    /// Every cost, priced.
    pub(super) fn costs(&self) -> &[CostEntry<'a>] {
        self.costs.get_or_init(|| {
            let costs = self.facts.costs.iter();
            let entry = |fact: &'a CostFact| CostEntry {
                fact,
                engagement: self.engagement(fact.engagement),
                amount: margin::amount(self, fact),
            };
            costs.map(entry).collect()
        })
    }

    fn judge(&self) -> Standings {
        let engagements = self.engagements_of_workflows();
        let calendar = &self.facts.calendar;
        let job = |fact: &'a JobFact| {
            let known = fact.submitted_at <= self.asof && engagements.contains_key(&fact.workflow);
            known.then(|| judge::job(fact, calendar, self.asof))
        };
        let jobs: Vec<_> = self.facts.jobs.iter().map(job).collect();
        let by_id: HashMap<_, _> = self
            .facts
            .jobs
            .iter()
            .map(|fact| fact.id)
            .zip(&jobs)
            .collect();
        let handoff = |fact: &'a HandoffFact| {
            let engagement = self.engagement(fact.engagement)?;
            let job = fact.job.and_then(|id| **by_id.get(&id)?);
            Some(judge::handoff(fact, engagement, job, calendar, self.asof))
        };
        let handoffs = self.facts.handoffs.iter().map(handoff).collect();
        Standings {
            asof: self.asof,
            jobs,
            handoffs,
        }
    }

    fn engagements_of_workflows(&self) -> HashMap<WorkflowId, &'a EngagementFact> {
        let workflows = self.facts.workflows.iter();
        workflows
            .filter_map(|one| Some((one.id, self.engagement(one.engagement)?)))
            .collect()
    }
}

/// H1 to H4, counted from 0.
fn place(kind: HandoffKind) -> usize {
    usize::from(kind.number() - 1)
}
