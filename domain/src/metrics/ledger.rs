//! The facts as they are known at an instant, with every job and handoff judged once.
//!
//! Judging is the dear part (clocks run over calendars); filters and periods are then cheap loops, so
//! that a browser answers a filter within a frame.

use super::{Standing, judge};
use crate::{
    facts::*,
    ids::*,
    people::Person,
    time::{Day, Instant},
};
use std::{cell::OnceCell, collections::HashMap};

/// Facts known at an instant.
pub struct Ledger<'a> {
    pub(super) facts: &'a Facts,
    /// The instant of knowing: what happened after it is not known.
    pub asof: Instant,
    engagements: HashMap<EngagementId, &'a EngagementFact>,
    people: HashMap<PersonId, &'a Person>,
    jobs: OnceCell<Vec<JobEntry<'a>>>,
    handoffs: OnceCell<Vec<HandoffEntry<'a>>>,
}

/// A job, what it hangs on and how it stands.
pub(super) struct JobEntry<'a> {
    pub fact: &'a JobFact,
    pub engagement: &'a EngagementFact,
    pub due: Option<Instant>,
    pub standing: Standing,
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
            jobs: OnceCell::new(),
            handoffs: OnceCell::new(),
        }
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
            let workflows: HashMap<_, _> = self
                .facts
                .workflows
                .iter()
                .map(|w| (w.id, w.engagement))
                .collect();
            let known = self
                .facts
                .jobs
                .iter()
                .filter(|job| job.submitted_at <= self.asof);
            let entry = |fact: &'a JobFact| {
                let engagement = self.engagement(*workflows.get(&fact.workflow)?)?;
                let (due, standing) = judge::job(fact, &self.facts.calendar, self.asof);
                Some(JobEntry {
                    fact,
                    engagement,
                    due,
                    standing,
                })
            };
            known.filter_map(entry).collect()
        })
    }

    /// Every handoff, judged.
    pub(super) fn handoffs(&self) -> &[HandoffEntry<'a>] {
        self.handoffs.get_or_init(|| {
            let jobs: HashMap<_, _> = self.jobs().iter().map(|job| (job.fact.id, job)).collect();
            let entry = |fact: &'a HandoffFact| {
                let engagement = self.engagement(fact.engagement)?;
                let job = fact.job.and_then(|id| jobs.get(&id).copied());
                let standing =
                    judge::handoff(fact, engagement, job, &self.facts.calendar, self.asof);
                Some(HandoffEntry {
                    fact,
                    engagement,
                    workflow: job.map(|job| job.fact.workflow),
                    standing,
                })
            };
            self.facts.handoffs.iter().filter_map(entry).collect()
        })
    }
}
