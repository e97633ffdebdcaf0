//! Who stands behind an account, by the e-mail address that the agency knows them by.

use super::address;
use crate::{
    Error, Result, Service,
    db::{
        all,
        rows::{ContactRow, PersonRow},
    },
};
use domain::{
    ids::{ContactId, PersonId},
    policy::{Action, Actor, may},
};

/// The person of the agency who has an e-mail address; nobody where none has it.
///
/// # Errors
/// When the actor may not manage accounts, or several have it.
pub async fn person_at(
    service: &Service,
    actor: &Actor,
    email: &str,
) -> Result<Option<(PersonId, String)>> {
    may(actor, Action::ManageUsers)?;
    let mut tx = service.db().read().await?;
    let email = address(email);
    let people = all!(
        tx,
        PersonRow,
        "SELECT * FROM person WHERE lower(email) = $1",
        &email
    )?;
    let people = people.into_iter().map(|row| (PersonId(row.id), row.name));
    only("people of the agency", &email, people.collect())
}

/// The contact of a client who has an e-mail address; nobody where none has it.
///
/// # Errors
/// When the actor may not manage accounts, or several have it.
pub async fn contact_at(
    service: &Service,
    actor: &Actor,
    email: &str,
) -> Result<Option<(ContactId, String)>> {
    may(actor, Action::ManageUsers)?;
    let mut tx = service.db().read().await?;
    let email = address(email);
    let contacts = all!(
        tx,
        ContactRow,
        "SELECT * FROM contact WHERE lower(email) = $1",
        &email
    )?;
    let contacts = contacts
        .into_iter()
        .map(|row| (ContactId(row.id), row.name));
    only("contacts", &email, contacts.collect())
}

fn only<T>(who: &str, email: &str, mut found: Vec<T>) -> Result<Option<T>> {
    if found.len() > 1 {
        return Err(Error::refused(format!(
            "{} {who} have the address {email}: give each one of their own first.",
            found.len()
        )));
    }
    Ok(found.pop())
}
