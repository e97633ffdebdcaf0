//! Listing accounts, closing and opening them, giving a new password.

use super::{create_user::change, password};
use crate::{
    Error, Result, Service,
    db::{
        Tx, all,
        rows::{UserRow, meaning::read},
        run,
    },
    live,
};
use domain::{
    ids::*,
    people::AccessRole,
    policy::{Action, Actor, may},
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// An account, as an admin sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// Its identity.
    pub id: UserId,
    /// The e-mail address that signs in.
    pub email: String,
    /// As others read it.
    pub name: String,
    /// What it may do.
    pub role: AccessRole,
    /// Whether it cannot sign in.
    pub disabled: bool,
    /// When it was made.
    pub created_at: Instant,
}

/// All accounts, by e-mail address.
///
/// # Errors
/// When the actor may not manage accounts.
pub async fn users(service: &Service, actor: &Actor) -> Result<Vec<User>> {
    may(actor, Action::ManageUsers)?;
    let mut tx = service.db().read().await?;
    let rows = all!(tx, UserRow, "SELECT * FROM user_account ORDER BY email")?;
    rows.into_iter().map(user).collect()
}

/// Closes an account, or opens it again. Closing ends its sessions.
///
/// # Errors
/// When the actor may not, there is no such account, or it is the actor's own.
pub async fn set_disabled(
    service: &Service,
    actor: &Actor,
    id: UserId,
    disabled: bool,
) -> Result<()> {
    may(actor, Action::ManageUsers)?;
    if actor.user == Some(id) {
        return Err(Error::refused(
            "You cannot close your own account: ask another admin.",
        ));
    }
    let mut tx = service.db().write().await?;
    let mut row = stored(&mut tx, id).await?;
    row.disabled = disabled;
    save(
        service,
        tx,
        actor,
        row,
        if disabled { "closed" } else { "opened" },
    )
    .await
}

/// Gives an account a new password and ends its sessions.
///
/// # Errors
/// When the actor may not, there is no such account, or the password is too weak.
pub async fn set_password(service: &Service, actor: &Actor, id: UserId, new: &str) -> Result<()> {
    may(actor, Action::ManageUsers)?;
    let hash = password::hash(new.to_owned()).await?;
    let mut tx = service.db().write().await?;
    let mut row = stored(&mut tx, id).await?;
    let weak = domain::password::check(&row.email, new);
    weak.map_err(|bad| Error::invalid("password", bad))?;
    row.password_hash = hash;
    save(service, tx, actor, row, "given a new password").await
}

async fn stored(tx: &mut Tx, id: UserId) -> Result<UserRow> {
    UserRow::by_id(tx, id.0)
        .await?
        .ok_or(Error::NotFound("account"))
}

async fn save(
    service: &Service,
    mut tx: Tx,
    actor: &Actor,
    mut row: UserRow,
    action: &'static str,
) -> Result<()> {
    row.save(&mut tx).await?;
    run!(tx, "DELETE FROM session WHERE user_id = $1", row.id)?;
    live::append(&mut tx, actor, service.now(), change(&row, action)).await?;
    service.commit(tx).await
}

fn user(row: UserRow) -> Result<User> {
    Ok(User {
        id: UserId(row.id),
        role: read("user_account.role", &row.role)?,
        email: row.email,
        name: row.name,
        disabled: row.disabled,
        created_at: row.created_at,
    })
}
