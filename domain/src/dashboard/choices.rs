//! What a dashboard can be filtered by.

use crate::{facts::Facts, ids::*};
use serde::{Deserialize, Serialize};

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
    let producers = facts.people.iter().filter(|person| person.is_producer());
    let engagements = facts.engagements.iter();
    let workflows = facts.workflows.iter();
    Choices {
        clients: list(facts.clients.iter().map(|one| (one.id, one.name.clone()))),
        producers: list(producers.map(|one| (one.id, one.name.clone()))),
        pods: list(facts.pods.iter().map(|one| (one.id, one.name.clone()))),
        workflows: list(workflows.map(|one| (one.id, of(client_of(one.engagement), &one.name)))),
        engagements: list(engagements.map(|one| (one.id, of(client(one.client), &one.name)))),
    }
}

fn list<Id>(named: impl Iterator<Item = (Id, String)>) -> Vec<Choice<Id>> {
    let mut list: Vec<_> = named.map(|(id, name)| Choice { id, name }).collect();
    list.sort_by(|a, b| a.name.cmp(&b.name));
    list
}
