//! How everything stands at an instant: judged once, kept from one question to the next.

use super::{Ledger, Standing, handoffs, judge, margin, pressing::Open, timeline::Timeline};
use crate::{
    facts::*,
    handoff::{HandoffEventKind, HandoffKind},
    ids::*,
    money::Cents,
    time::{Day, Instant},
};
use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

/// How every job, handoff and cost of some facts stood at an instant, in the order of the facts; nothing for what was
/// not known then, or hangs on nothing. Engagements and jobs are named by their places among the facts.
#[derive(Debug)]
pub struct Standings {
    pub(super) asof: Instant,
    pub(super) jobs: Vec<Option<JobStanding>>,
    pub(super) handoffs: Vec<Option<HandoffStanding>>,
    pub(super) costs: Vec<CostStanding>,
    pub(super) jobs_settled: Timeline<Instant>,
    pub(super) jobs_submitted: Timeline<Instant>,
    /// H1 to H4.
    pub(super) handoffs_settled: [Timeline<Instant>; 4],
    /// H1 to H4.
    pub(super) handoffs_accepted: [Timeline<Instant>; 4],
    pub(super) costs_spent: Timeline<Day>,
    /// The first accepted H2 of each engagement.
    pub(super) first_pods: HashSet<HandoffId>,
    /// Found when they are first asked for.
    pub(super) pressing: OnceLock<Vec<Open>>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct JobStanding {
    pub engagement: usize,
    pub due: Option<Instant>,
    pub standing: Standing,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct HandoffStanding {
    pub engagement: usize,
    pub job: Option<usize>,
    pub accepted: Option<Instant>,
    pub standing: Standing,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct CostStanding {
    pub engagement: Option<usize>,
    pub amount: Option<Cents>,
}

/// Where the facts have what others name by its identity.
pub(super) struct Places {
    pub engagements: HashMap<EngagementId, usize>,
    /// The engagement of each.
    pub workflows: HashMap<WorkflowId, usize>,
    pub jobs: HashMap<JobId, usize>,
}

impl Places {
    pub fn of(facts: &Facts) -> Self {
        let engagements = facts.engagements.iter().enumerate();
        let engagements: HashMap<_, _> = engagements.map(|(at, one)| (one.id, at)).collect();
        let workflows = facts.workflows.iter();
        let of = |one: &WorkflowFact| Some((one.id, *engagements.get(&one.engagement)?));
        let jobs = facts.jobs.iter().enumerate();
        Self {
            workflows: workflows.filter_map(of).collect(),
            jobs: jobs.map(|(at, one)| (one.id, at)).collect(),
            engagements,
        }
    }
}

impl Standings {
    /// Judges everything that `ledger` knows.
    pub(super) fn of(ledger: &Ledger) -> Self {
        let (facts, places) = (ledger.facts, Places::of(ledger.facts));
        let jobs = facts.jobs.iter().map(|fact| job(ledger, &places, fact));
        let jobs: Vec<_> = jobs.collect();
        let handoffs = facts.handoffs.iter();
        let handoffs: Vec<_> = handoffs
            .map(|fact| handoff(ledger, &places, &jobs, fact))
            .collect();
        let cost = |fact: &CostFact| CostStanding {
            engagement: places.engagements.get(&fact.engagement).copied(),
            amount: margin::amount(ledger, fact),
        };
        let costs: Vec<_> = facts.costs.iter().map(cost).collect();
        Self {
            asof: ledger.asof,
            jobs_settled: over_jobs(facts, &jobs, |_, one| one.standing.settled_at()),
            jobs_submitted: over_jobs(facts, &jobs, |fact, _| Some(fact.submitted_at)),
            handoffs_settled: over_handoffs(facts, &handoffs, |one| one.standing.settled_at()),
            handoffs_accepted: over_handoffs(facts, &handoffs, |one| one.accepted),
            costs_spent: over_costs(facts, &costs),
            first_pods: first_pods(facts, &handoffs),
            pressing: OnceLock::new(),
            jobs,
            handoffs,
            costs,
        }
    }
}

fn job(ledger: &Ledger, places: &Places, fact: &JobFact) -> Option<JobStanding> {
    let engagement = *places.workflows.get(&fact.workflow)?;
    let (due, standing) = (fact.submitted_at <= ledger.asof)
        .then(|| judge::job(fact, &ledger.facts.calendar, ledger.asof))?;
    Some(JobStanding {
        engagement,
        due,
        standing,
    })
}

fn handoff(
    ledger: &Ledger,
    places: &Places,
    jobs: &[Option<JobStanding>],
    fact: &HandoffFact,
) -> Option<HandoffStanding> {
    let place = *places.engagements.get(&fact.engagement)?;
    let engagement = ledger.facts.engagements.get(place)?;
    let job = fact.job.and_then(|id| places.jobs.get(&id).copied());
    let judged = job.and_then(|job| jobs[job]);
    let due_and_standing = judged.map(|job| (job.due, job.standing));
    let calendar = &ledger.facts.calendar;
    let accepted = handoffs::first(&fact.events, HandoffEventKind::Accepted, ledger.asof);
    Some(HandoffStanding {
        engagement: place,
        job: job.filter(|_| judged.is_some()),
        accepted: accepted.map(|event| event.at),
        standing: judge::handoff(fact, engagement, due_and_standing, calendar, ledger.asof),
    })
}

fn over_jobs(
    facts: &Facts,
    jobs: &[Option<JobStanding>],
    at: fn(&JobFact, &JobStanding) -> Option<Instant>,
) -> Timeline<Instant> {
    let known = facts.jobs.iter().zip(jobs).enumerate();
    let known = known.filter_map(|(place, (fact, one))| {
        let one = one.as_ref()?;
        Some((place, Some(one.engagement), at(fact, one)))
    });
    Timeline::new(facts.engagements.len(), known)
}

fn over_handoffs(
    facts: &Facts,
    handoffs: &[Option<HandoffStanding>],
    at: fn(&HandoffStanding) -> Option<Instant>,
) -> [Timeline<Instant>; 4] {
    HandoffKind::ALL.map(|kind| {
        let known = facts.handoffs.iter().zip(handoffs).enumerate();
        let known = known.filter_map(|(place, (fact, one))| {
            let one = one.as_ref().filter(|_| fact.kind == kind)?;
            Some((place, Some(one.engagement), at(one)))
        });
        Timeline::new(facts.engagements.len(), known)
    })
}

fn over_costs(facts: &Facts, costs: &[CostStanding]) -> Timeline<Day> {
    let costs = facts.costs.iter().zip(costs).enumerate();
    let costs = costs.map(|(place, (fact, one))| (place, one.engagement, Some(fact.date)));
    Timeline::new(facts.engagements.len(), costs)
}

fn first_pods(facts: &Facts, handoffs: &[Option<HandoffStanding>]) -> HashSet<HandoffId> {
    let mut firsts: Vec<Option<(Instant, HandoffId)>> = vec![None; facts.engagements.len()];
    for (fact, one) in facts.handoffs.iter().zip(handoffs) {
        let Some(one) = one else { continue };
        if let (HandoffKind::ProductionToGenerative, Some(at)) = (fact.kind, one.accepted) {
            let first = &mut firsts[one.engagement];
            *first = Some(first.map_or((at, fact.id), |first| first.min((at, fact.id))));
        }
    }
    firsts.into_iter().flatten().map(|(_, id)| id).collect()
}
