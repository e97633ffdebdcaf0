//! The account behind a session, as an actor.

use crate::{
    Result, Service,
    db::{Tx, optional, rows::meaning::read},
};
use domain::{ids::*, policy::Actor};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct ActorRow {
    name: String,
    role: String,
    person: Option<Uuid>,
    contact: Option<Uuid>,
    client: Option<Uuid>,
}

/// The actor of an account; none where it is gone or disabled.
///
/// # Errors
/// When the database cannot be read.
pub async fn actor(service: &Service, user: UserId) -> Result<Option<Actor>> {
    let mut tx = service.db().read().await?;
    actor_in(&mut tx, user).await
}

pub(super) async fn actor_in(tx: &mut Tx, user: UserId) -> Result<Option<Actor>> {
    let sql = "SELECT u.name, u.role, u.person, u.contact, c.client
               FROM user_account u LEFT JOIN contact c ON c.id = u.contact
               WHERE u.id = $1 AND NOT u.disabled";
    let row = optional!(tx, ActorRow, sql, user.0)?;
    row.map(|row| {
        Ok(Actor {
            user: Some(user),
            name: row.name,
            role: read("user_account.role", &row.role)?,
            person: row.person.map(PersonId),
            client: row.client.map(ClientId),
            contact: row.contact.map(ContactId),
        })
    })
    .transpose()
}
