//! Signing in.

use super::{actor::actor_in, address, attempts, password};
use crate::{
    Error, Result, Service,
    db::{optional, rows::UserRow},
};
use domain::{ids::UserId, policy::Actor};

/// The actor whose e-mail address and password these are. `source` is the network address of the
/// request.
///
/// # Errors
/// The same refusal, after the same work, for an unknown address, a wrong password and a disabled
/// account; another where this source tried too often.
pub async fn sign_in(
    service: &Service,
    source: &str,
    email: &str,
    password: &str,
) -> Result<Actor> {
    let account = address(email);
    let attempt = attempts::begin(service, &account, source).await?;
    let mut tx = service.db().read().await?;
    let user = optional!(
        tx,
        UserRow,
        "SELECT * FROM user_account WHERE email = $1",
        &account
    )?;
    drop(tx);
    let hash = user.as_ref().map(|user| user.password_hash.clone());
    let right = password::is_right(password.to_owned(), hash).await?;
    let (Some(user), true) = (user, right) else {
        return Err(refused());
    };
    let mut tx = service.db().read().await?;
    let actor = actor_in(&mut tx, UserId(user.id)).await?;
    drop(tx);
    let actor = actor.ok_or_else(refused)?;
    attempts::succeed(service, attempt).await?;
    Ok(actor)
}

fn refused() -> Error {
    Error::refused("The e-mail address and the password do not match. Check both and try again.")
}
