//! What whoever signs an engagement can choose from.

use crate::{
    Result, Service,
    db::{Tx, all, rows::PersonRow},
};
use domain::{
    engagement::{Named, SigningChoices},
    ids::*,
    people::{Department, Person},
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// The clients, people and pods that an engagement can be signed with; people who have left are not
/// among them.
///
/// # Errors
/// When the actor may not sign engagements.
pub async fn choices(service: &Service, actor: &Actor) -> Result<SigningChoices> {
    may(actor, Action::SignEngagement)?;
    let mut tx = service.db().read().await?;
    let today = service.calendar(&mut tx).await?.zone.day(service.now());
    let people = all!(tx, PersonRow, "SELECT * FROM person ORDER BY name, id")?;
    let people = people
        .iter()
        .map(PersonRow::person)
        .collect::<Result<Vec<_>>>()?;
    let here = |person: &&Person| person.left_on.is_none_or(|left| left > today);
    let sales = people
        .iter()
        .filter(here)
        .filter(|person| person.department == Some(Department::Sales));
    let producers = people
        .iter()
        .filter(here)
        .filter(|person| person.is_producer());
    Ok(SigningChoices {
        account_managers: sales.map(named).collect(),
        producers: producers.map(named).collect(),
        clients: clients(&mut tx).await?,
        pods: pods(&mut tx).await?,
    })
}

fn named(person: &Person) -> Named<PersonId> {
    Named {
        id: person.id,
        name: person.name.clone(),
    }
}

async fn clients(tx: &mut Tx) -> Result<Vec<Named<ClientId>>> {
    let rows = all!(
        tx,
        (Uuid, String),
        "SELECT id, name FROM client ORDER BY name, id"
    )?;
    Ok(rows
        .into_iter()
        .map(|(id, name)| Named {
            id: ClientId(id),
            name,
        })
        .collect())
}

async fn pods(tx: &mut Tx) -> Result<Vec<Named<PodId>>> {
    let rows = all!(
        tx,
        (Uuid, String),
        "SELECT id, name FROM pod ORDER BY name, id"
    )?;
    Ok(rows
        .into_iter()
        .map(|(id, name)| Named {
            id: PodId(id),
            name,
        })
        .collect())
}
