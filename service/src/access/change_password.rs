//! Changing one's own password.

use super::{create_user::change, password};
use crate::{
    Error, Result, Service,
    db::{rows::UserRow, run},
    live,
};
use domain::policy::Actor;

/// Changes the actor's own password and ends all of its sessions but the one whose token hashes to `keep`.
///
/// # Errors
/// When the old password is wrong or the new one too weak.
pub async fn change_password(
    service: &Service,
    actor: &Actor,
    old: &str,
    new: &str,
    keep: &[u8],
) -> Result<()> {
    let id = actor.user.ok_or(Error::NotFound("account"))?;
    let mut tx = service.db().read().await?;
    let found = UserRow::by_id(&mut tx, id.0).await?;
    drop(tx);
    let mut row = found.ok_or(Error::NotFound("account"))?;
    if !password::is_right(old.to_owned(), Some(row.password_hash.clone())).await? {
        return Err(Error::invalid("old", "That is not your present password."));
    }
    let weak = domain::password::check(&row.email, new);
    weak.map_err(|bad| Error::invalid("new", bad))?;
    row.password_hash = password::hash(new.to_owned()).await?;
    let mut tx = service.db().write().await?;
    row.save(&mut tx).await?;
    run!(
        tx,
        "DELETE FROM session WHERE user_id = $1 AND token_hash <> $2",
        id.0,
        keep
    )?;
    live::append(
        &mut tx,
        actor,
        service.now(),
        change(&row, "given a new password"),
    )
    .await?;
    service.commit(tx).await
}
