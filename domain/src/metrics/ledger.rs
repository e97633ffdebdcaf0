//! The facts as they are known at an instant, with every job and handoff judged once.
//!
//! Judging is the dear part (clocks run over calendars): its outcome, [`Standings`], can be kept from one question to
//! the next, and knows what lies in which period. Filters and periods then look at little more than what they count, so
//! that a browser answers a filter within a frame.

use super::{
    Known, Scope, Standing, Standings, Tally, closings,
    standings::{HandoffStanding, JobStanding},
    timeline::Timeline,
};
use crate::{
    facts::*,
    handoff::HandoffKind,
    ids::*,
    money::Cents,
    people::Person,
    time::{Day, Instant},
};
use std::{
    collections::HashMap,
    ops::Range,
    sync::{Arc, OnceLock},
};

/// Facts known at an instant.
pub struct Ledger<'a> {
    pub(super) facts: &'a Facts,
    /// The instant of knowing: what happened after it is not known.
    pub asof: Instant,
    index: Arc<Index<'a>>,
    standings: OnceLock<Arc<Standings>>,
}

/// What is found by its identity, whenever it is known.
struct Index<'a> {
    engagements: HashMap<EngagementId, &'a EngagementFact>,
    people: HashMap<PersonId, &'a Person>,
    closings: OnceLock<HashMap<EngagementId, Instant>>,
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
    pub accepted: Option<Instant>,
    pub standing: Standing,
}

impl<'a> Ledger<'a> {
    /// The facts as they are known at `asof`.
    pub fn new(facts: &'a Facts, asof: Instant) -> Self {
        let index = Index {
            engagements: facts.engagements.iter().map(|e| (e.id, e)).collect(),
            people: facts.people.iter().map(|p| (p.id, p)).collect(),
            closings: OnceLock::new(),
        };
        Self {
            facts,
            asof,
            index: Arc::new(index),
            standings: OnceLock::new(),
        }
    }

    /// The same facts once more, as they were judged before.
    pub fn judged(facts: &'a Facts, standings: Arc<Standings>) -> Self {
        Self {
            standings: OnceLock::from(standings.clone()),
            ..Self::new(facts, standings.asof)
        }
    }

    /// The same facts as they were known at `asof`.
    pub(super) fn back(&self, asof: Instant) -> Self {
        Self {
            facts: self.facts,
            asof,
            index: self.index.clone(),
            standings: OnceLock::new(),
        }
    }

    /// How everything stands, to be kept for the next question.
    pub fn standings(&self) -> Arc<Standings> {
        self.judgement().clone()
    }

    pub(super) fn judgement(&self) -> &Arc<Standings> {
        self.standings.get_or_init(|| Arc::new(Standings::of(self)))
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
        self.index.engagements.get(&id).copied()
    }

    /// A person of the agency.
    pub fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.index.people.get(&id).copied()
    }

    /// When the H4 of each engagement was first accepted, known or not.
    pub(super) fn closings(&self) -> &HashMap<EngagementId, Instant> {
        let found = &self.index.closings;
        found.get_or_init(|| closings(self.facts))
    }

    /// The jobs that were submitted by `asof`; to a sum, those that settled in the period are enough.
    pub(super) fn jobs_settled(&self, look: Look) -> Vec<JobEntry<'a>> {
        self.jobs(&self.judgement().jobs_settled, look)
    }

    /// The same; to a sum, those that were submitted in the period are enough.
    pub(super) fn jobs_submitted(&self, look: Look) -> Vec<JobEntry<'a>> {
        self.jobs(&self.judgement().jobs_submitted, look)
    }

    /// The handoffs of a kind.
    pub(super) fn handoffs(&self, kind: HandoffKind) -> Vec<HandoffEntry<'a>> {
        let timeline = &self.judgement().handoffs_settled[place(kind)];
        self.handoffs_at(timeline.all())
    }

    /// The handoffs of a kind; to a sum, those that settled in the period are enough.
    pub(super) fn handoffs_settled(&self, kind: HandoffKind, look: Look) -> Vec<HandoffEntry<'a>> {
        let timeline = &self.judgement().handoffs_settled[place(kind)];
        self.handoffs_at(&self.places(timeline, look.instants(), look))
    }

    /// The handoffs of a kind; to a sum, those that were first accepted in the period are enough.
    pub(super) fn handoffs_accepted(&self, kind: HandoffKind, look: Look) -> Vec<HandoffEntry<'a>> {
        let timeline = &self.judgement().handoffs_accepted[place(kind)];
        self.handoffs_at(&self.places(timeline, look.instants(), look))
    }

    /// Every cost, priced; to a sum, those of the period's days are enough.
    pub(super) fn costs(&self, look: Look) -> Vec<CostEntry<'a>> {
        let standings = self.judgement();
        let places = self.places(&standings.costs_spent, look.days(), look);
        let entry = |place: usize| {
            let one = standings.costs.get(place)?;
            Some(CostEntry {
                fact: self.facts.costs.get(place)?,
                engagement: one.engagement.and_then(|at| self.facts.engagements.get(at)),
                amount: one.amount,
            })
        };
        places.into_iter().filter_map(entry).collect()
    }

    /// Whether the handoff is the first accepted H2 of its engagement.
    pub(super) fn is_first_pod(&self, id: HandoffId) -> bool {
        self.judgement().first_pods.contains(&id)
    }

    fn jobs(&self, timeline: &Timeline<Instant>, look: Look) -> Vec<JobEntry<'a>> {
        let places = self.places(timeline, look.instants(), look);
        let standings = self.judgement();
        let entry = |place: usize| {
            let one: &JobStanding = standings.jobs.get(place)?.as_ref()?;
            Some(JobEntry {
                fact: self.facts.jobs.get(place)?,
                engagement: self.facts.engagements.get(one.engagement)?,
                standing: one.standing,
            })
        };
        places.into_iter().filter_map(entry).collect()
    }

    fn handoffs_at(&self, places: &[usize]) -> Vec<HandoffEntry<'a>> {
        let standings = self.judgement();
        let entry = |place: &usize| {
            let one: &HandoffStanding = standings.handoffs.get(*place)?.as_ref()?;
            let job = one.job.and_then(|job| self.facts.jobs.get(job));
            Some(HandoffEntry {
                fact: self.facts.handoffs.get(*place)?,
                engagement: self.facts.engagements.get(one.engagement)?,
                workflow: job.map(|job| job.workflow),
                accepted: one.accepted,
                standing: one.standing,
            })
        };
        places.iter().filter_map(entry).collect()
    }

    /// Where to look: everywhere, if what is left out is wanted as well.
    fn places<At: Ord + Copy>(
        &self,
        timeline: &Timeline<At>,
        range: Range<At>,
        look: Look,
    ) -> Vec<usize> {
        if look.everywhere {
            return timeline.all().to_vec();
        }
        let passes = |engagement: usize| {
            let engagement = self.facts.engagements.get(engagement);
            engagement.is_some_and(|engagement| look.scope.filter.engagement(engagement))
        };
        timeline.within(range, passes)
    }
}

/// What is looked at for a number.
#[derive(Clone, Copy)]
pub(super) struct Look<'s> {
    scope: &'s Scope,
    known: Known,
    everywhere: bool,
}

impl<'s> Look<'s> {
    /// For a number over `scope` that is added up by `tally`.
    pub fn new(scope: &'s Scope, known: Known, tally: &dyn Tally) -> Self {
        Self {
            scope,
            known,
            everywhere: tally.keeps_left_out(),
        }
    }

    fn instants(self) -> Range<Instant> {
        self.known.start..self.known.end
    }

    fn days(self) -> Range<Day> {
        self.known.from..self.known.to
    }
}

/// H1 to H4, counted from 0.
fn place(kind: HandoffKind) -> usize {
    usize::from(kind.number() - 1)
}
