//! The people of the agency with what they carry today.

use crate::{
    board::turn,
    dashboard::ratio_target,
    facts::{EngagementFact, HandoffFact},
    handoff::{self, HandoffKind, Stage},
    ids::*,
    job,
    metrics::{Filter, Ledger, Metric, Scope, measure},
    people::{Department, Person},
    plan::Plan,
    time::{Day, Quarter},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Everybody, by department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Team {
    /// The agency's day.
    pub today: Day,
    /// In the order of the handoffs, each with somebody in it.
    pub departments: Vec<TeamDepartment>,
    /// Those who have left and still hold work, which is to be passed on; by name.
    pub left: Vec<Member>,
    /// How many clients a producer should have at most, by the plan.
    pub ratio: Option<f64>,
}

/// The people of a department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamDepartment {
    /// Its name; none for people whose department is not known.
    pub department: Option<Department>,
    /// By name, those who produce first.
    pub members: Vec<Member>,
}

/// A person with what they carry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// The job title.
    pub title: String,
    /// The first day.
    pub hired_on: Option<Day>,
    /// The day from which the person works without help.
    pub independent_on: Option<Day>,
    /// How many clients have an active engagement with them; for producers.
    pub clients: Option<i64>,
    /// The open engagements that they lead.
    pub engagements: Vec<Carried>,
    /// The open engagements for which they stand in.
    pub backs_up: Vec<Carried>,
    /// Handoffs that wait for them.
    pub handoffs: usize,
    /// Open jobs of their engagements; for producers.
    pub jobs: usize,
}

impl Member {
    /// Whether there is anything to pass on.
    pub fn holds_something(&self) -> bool {
        !self.engagements.is_empty() || !self.backs_up.is_empty() || self.handoffs > 0
    }
}

/// An engagement that somebody carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// Which.
    pub id: EngagementId,
    /// Its name.
    pub name: String,
    /// For whom.
    pub client: String,
    /// Who stands in for the producer, if anybody.
    pub backup: Option<String>,
}

/// The team as known to `ledger`; whoever is not there yet, or has left and holds nothing, is left out.
pub fn team(ledger: &Ledger, plan: Option<&Plan>) -> Team {
    let today = ledger.today();
    let carries = Carries::of(ledger);
    let there = |person: &&Person| {
        person.left_on.is_none_or(|day| day > today)
            && person.hired_on.is_none_or(|day| day <= today)
    };
    let people: Vec<_> = ledger.facts().people.iter().filter(there).collect();
    let departments = Department::ALL.iter().copied().map(Some).chain([None]);
    let departments = departments.map(|department| {
        let mut members: Vec<_> = people
            .iter()
            .filter(|person| person.department == department)
            .map(|person| carries.member(person))
            .collect();
        members.sort_by_key(|member| (member.clients.is_none(), member.name.clone()));
        TeamDepartment {
            department,
            members,
        }
    });
    let gone = |person: &&Person| person.left_on.is_some_and(|day| day <= today);
    let gone = ledger.facts().people.iter().filter(gone);
    let mut left: Vec<_> = gone.map(|person| carries.member(person)).collect();
    left.retain(Member::holds_something);
    left.sort_by(|one, other| one.name.cmp(&other.name));
    Team {
        today,
        left,
        departments: departments.filter(|one| !one.members.is_empty()).collect(),
        ratio: plan.and_then(ratio_target),
    }
}

/// What there is to carry.
struct Carries<'l, 'a> {
    ledger: &'l Ledger<'a>,
    open: Vec<&'a EngagementFact>,
    jobs: HashMap<EngagementId, usize>,
    handoffs: HashMap<PersonId, usize>,
}

impl<'l, 'a> Carries<'l, 'a> {
    fn of(ledger: &'l Ledger<'a>) -> Self {
        Self {
            ledger,
            open: open_engagements(ledger),
            jobs: open_jobs(ledger),
            handoffs: held_handoffs(ledger),
        }
    }

    fn member(&self, person: &Person) -> Member {
        let leads = |one: &&&EngagementFact| {
            one.producer == Some(person.id) || one.account_manager == Some(person.id)
        };
        let backs_up = |one: &&&EngagementFact| one.backup == Some(person.id);
        let carried = |one: &&EngagementFact| self.carried(one);
        let produced = self
            .open
            .iter()
            .filter(|one| one.producer == Some(person.id));
        Member {
            id: person.id,
            name: person.name.clone(),
            title: person.title.clone(),
            hired_on: person.hired_on,
            independent_on: person.independent_on,
            clients: person
                .is_producer()
                .then(|| self.clients(person.id))
                .flatten(),
            engagements: self.open.iter().filter(leads).map(carried).collect(),
            backs_up: self.open.iter().filter(backs_up).map(carried).collect(),
            handoffs: self.handoffs.get(&person.id).copied().unwrap_or(0),
            jobs: produced.filter_map(|one| self.jobs.get(&one.id)).sum(),
        }
    }

    fn clients(&self, producer: PersonId) -> Option<i64> {
        let scope = Scope {
            period: Quarter::of(self.ledger.today()).period(),
            filter: Filter {
                producers: vec![producer],
                ..Filter::default()
            },
        };
        measure(self.ledger, Metric::ClientsPerProducer, &scope).map(|number| number.numerator)
    }

    fn carried(&self, engagement: &EngagementFact) -> Carried {
        let clients = &self.ledger.facts().clients;
        let client = clients.iter().find(|one| one.id == engagement.client);
        let backup = engagement.backup.and_then(|id| self.ledger.person(id));
        Carried {
            id: engagement.id,
            name: engagement.name.clone(),
            client: client.map(|one| one.name.clone()).unwrap_or_default(),
            backup: backup.map(|person| person.name.clone()),
        }
    }
}

/// Signed and not closed.
fn open_engagements<'a>(ledger: &Ledger<'a>) -> Vec<&'a EngagementFact> {
    let facts = ledger.facts();
    let closed = |one: &EngagementFact| {
        facts.handoffs.iter().any(|handoff| {
            handoff.engagement == one.id
                && handoff.kind == HandoffKind::ProductionToSales
                && handoff::acceptance(&handoff.events).is_some()
        })
    };
    let signed = facts
        .engagements
        .iter()
        .filter(|one| one.sow_signed_at <= ledger.asof);
    signed.filter(|one| !closed(one)).collect()
}

fn open_jobs(ledger: &Ledger) -> HashMap<EngagementId, usize> {
    let facts = ledger.facts();
    let workflows: HashMap<_, _> = facts
        .workflows
        .iter()
        .map(|one| (one.id, one.engagement))
        .collect();
    let mut open = HashMap::new();
    for job in &facts.jobs {
        let is_open = job::Progress::replay(&job.events).is_ok_and(|now| now.state().is_open());
        if let (true, Some(engagement)) = (is_open, workflows.get(&job.workflow)) {
            *open.entry(*engagement).or_default() += 1;
        }
    }
    open
}

/// How many handoffs wait for each person: the producer or account manager of the engagement, while it is the turn
/// of their department. Generative's turn is a pod's, not one person's.
fn held_handoffs(ledger: &Ledger) -> HashMap<PersonId, usize> {
    let mut held = HashMap::new();
    for handoff in &ledger.facts().handoffs {
        let engagement = ledger.engagement(handoff.engagement);
        let person = engagement.and_then(|engagement| match turn(handoff.kind, stage(handoff))? {
            Department::Sales => engagement.account_manager,
            Department::Production => engagement.producer,
            _ => None,
        });
        if let Some(person) = person {
            *held.entry(person).or_default() += 1;
        }
    }
    held
}

fn stage(handoff: &HandoffFact) -> Stage {
    let moves = handoff.events.iter().rev();
    moves
        .filter_map(|event| event.kind.target())
        .next()
        .unwrap_or(Stage::Preparing)
}
