//! The account behind a session, as its owner's screens show it.

use super::actor::actor_in;
use crate::{
    Result, Service,
    db::rows::{ClientRow, UserRow},
};
use domain::{ids::UserId, policy::Actor};

/// An account that may sign in.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// As the use cases know it.
    pub actor: Actor,
    /// The e-mail address that signs in.
    pub email: String,
    /// The company of a client's account.
    pub client_name: Option<String>,
}

/// The profile of an account; none where it is gone or disabled.
///
/// # Errors
/// When the database cannot be read.
pub async fn profile(service: &Service, user: UserId) -> Result<Option<Profile>> {
    let mut tx = service.db().read().await?;
    let Some(actor) = actor_in(&mut tx, user).await? else {
        return Ok(None);
    };
    let Some(account) = UserRow::by_id(&mut tx, user.0).await? else {
        return Ok(None);
    };
    let client = match actor.client {
        Some(client) => ClientRow::by_id(&mut tx, client.0).await?,
        None => None,
    };
    Ok(Some(Profile {
        actor,
        email: account.email,
        client_name: client.map(|client| client.name),
    }))
}
