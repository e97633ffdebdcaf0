//! What a dashboard can be filtered by.

use crate::{facts::Facts, ids::*};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Something to filter by, with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice<Id> {
    /// Its identity.
    pub id: Id,
    /// As people call it.
    pub name: String,
}

/// All there is to filter by, each list by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Choices {
    pub clients: Vec<Choice<ClientId>>,
    pub producers: Vec<Choice<PersonId>>,
    pub pods: Vec<Choice<PodId>>,
    pub workflows: Vec<Choice<WorkflowId>>,
    pub engagements: Vec<Choice<EngagementId>>,
}

pub(super) fn choices(facts: &Facts) -> Choices {
    let client = |id| facts.clients.iter().find(|client| client.id == id);
    let client_of = |id| {
        let engagement = facts.engagements.iter().find(|one| one.id == id);
        engagement.and_then(|engagement| client(engagement.client))
    };
    let of = |client: Option<&crate::facts::ClientFact>, name: &str| match client {
        Some(client) => format!("{name}, {}", client.name),
        None => name.to_owned(),
    };
    let produces = |id| facts.engagements.iter().any(|one| one.producer == Some(id));
    let producers = facts.people.iter();
    let producers = producers.filter(|person| person.is_producer() || produces(person.id));
    let engagements = facts.engagements.iter();
    let workflows = facts.workflows.iter();
    let workflows = workflows.map(|one| {
        (
            one.id,
            one.engagement,
            of(client_of(one.engagement), &one.name),
        )
    });
    Choices {
        clients: list(facts.clients.iter().map(|one| (one.id, one.name.clone()))),
        producers: list(producers.map(|one| (one.id, one.name.clone()))),
        pods: list(facts.pods.iter().map(|one| (one.id, one.name.clone()))),
        workflows: list(apart(workflows.collect(), facts)),
        engagements: list(engagements.map(|one| (one.id, of(client(one.client), &one.name)))),
    }
}

/// A client's engagements may each have a workflow of the same name: those say whose they are.
fn apart(
    workflows: Vec<(WorkflowId, EngagementId, String)>,
    facts: &Facts,
) -> impl Iterator<Item = (WorkflowId, String)> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for (_, _, name) in &workflows {
        *times.entry(name.clone()).or_default() += 1;
    }
    workflows.into_iter().map(move |(id, of, name)| {
        let twins = times.get(&name).is_some_and(|times| *times > 1);
        let engagement = facts.engagements.iter().find(|one| one.id == of);
        match engagement.filter(|_| twins) {
            Some(engagement) => (id, format!("{name} ({})", engagement.name)),
            None => (id, name),
        }
    })
}

fn list<Id>(named: impl Iterator<Item = (Id, String)>) -> Vec<Choice<Id>> {
    let mut list: Vec<_> = named.map(|(id, name)| Choice { id, name }).collect();
    list.sort_by(|a, b| a.name.cmp(&b.name));
    list
}
