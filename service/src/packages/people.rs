//! The people that lines of a package can name.

use crate::{
    Error, Result,
    db::{Tx, all, rows::PersonRow},
};
use domain::{
    ids::PersonId,
    package::{Availability, Engaged, Package, RoleAnswer},
    people::Person,
    time::Day,
};
use std::collections::HashSet;

/// Everybody who ever was there, by name.
pub(super) async fn everybody(tx: &mut Tx) -> Result<Vec<Person>> {
    let rows = all!(tx, PersonRow, "SELECT * FROM person ORDER BY name, id")?;
    rows.iter().map(PersonRow::person).collect()
}

/// Whether the agency has all of these.
pub(super) async fn check_known(tx: &mut Tx, named: &[PersonId]) -> Result<()> {
    for person in named {
        if PersonRow::by_id(tx, person.0).await?.is_none() {
            return Err(Error::NotFound("person"));
        }
    }
    Ok(())
}

/// Those whom a package names; with `choosing`, all who are there on that day as well.
pub(super) fn engaged(
    everybody: &[Person],
    package: &Package,
    answers: &[RoleAnswer],
    choosing: Option<Day>,
) -> Vec<Engaged> {
    let named = named(package, answers);
    let here = |person: &Person| {
        choosing.is_some_and(|today| person.left_on.is_none_or(|left| left > today))
    };
    let wanted = everybody
        .iter()
        .filter(|person| named.contains(&person.id) || here(person));
    wanted
        .map(|person| Engaged {
            id: person.id,
            name: person.name.clone(),
            title: person.title.clone(),
            department: person.department,
        })
        .collect()
}

fn named(package: &Package, answers: &[RoleAnswer]) -> HashSet<PersonId> {
    let owners = package.milestones.iter().filter_map(|row| row.owner);
    let staff = package.staffing.iter().filter_map(|row| row.person);
    let free = answers
        .iter()
        .filter_map(|answer| match answer.availability {
            Availability::Free { person, .. } => Some(person),
            Availability::NotBefore(_) => None,
        });
    owners.chain(staff).chain(free).collect()
}
