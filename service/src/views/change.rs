//! Keeping, renaming and dropping a view.

use crate::{
    Error, Result, Service,
    db::{Tx, rows::SavedViewRow, run, scalar},
    live::{self, Change},
};
use domain::{
    ids::ViewId,
    policy::{Action, Actor, may},
    text::ViewName,
    view::Looking,
};
use uuid::Uuid;

/// How many views somebody keeps at most.
const MOST: i64 = 100;

/// Keeps what a page shows under a name.
///
/// # Errors
/// A refusal where the role may not or too many are kept; what is wrong with the name or the address.
pub async fn save(service: &Service, actor: &Actor, name: &str, address: &str) -> Result<ViewId> {
    let owner = owner(actor)?;
    let name = named(name)?;
    let looking = Looking::read(address).map_err(|no| Error::invalid("address", no))?;
    let mut tx = service.db().write().await?;
    let sql = "SELECT COUNT(*) FROM saved_view WHERE owner = $1";
    if scalar!(&mut tx, i64, sql, owner)? >= MOST {
        let sentence =
            format!("You keep {MOST} views already: delete one that you no longer need.");
        return Err(Error::refused(sentence));
    }
    let row = SavedViewRow {
        id: service.id(),
        owner,
        page: looking.page.name().to_owned(),
        name: name.into(),
        query: looking.query,
        version: 1,
    };
    SavedViewRow::insert(&mut tx, std::slice::from_ref(&row)).await?;
    announce(service, &mut tx, actor, &row, "kept").await?;
    service.commit(tx).await?;
    Ok(ViewId(row.id))
}

/// Gives one's view another name.
///
/// # Errors
/// When there is none of one's own with that id, or the name will not do.
pub async fn rename(service: &Service, actor: &Actor, id: ViewId, name: &str) -> Result<()> {
    let owner = owner(actor)?;
    let name = named(name)?;
    let mut tx = service.db().write().await?;
    let mut row = own(&mut tx, owner, id).await?;
    row.name = name.into();
    row.save(&mut tx).await?;
    announce(service, &mut tx, actor, &row, "renamed").await?;
    service.commit(tx).await
}

/// Drops one's view.
///
/// # Errors
/// When there is none of one's own with that id.
pub async fn delete(service: &Service, actor: &Actor, id: ViewId) -> Result<()> {
    let owner = owner(actor)?;
    let mut tx = service.db().write().await?;
    let row = own(&mut tx, owner, id).await?;
    run!(&mut tx, "DELETE FROM saved_view WHERE id = $1", row.id)?;
    announce(service, &mut tx, actor, &row, "deleted").await?;
    service.commit(tx).await
}

/// The account that keeps the view.
fn owner(actor: &Actor) -> Result<Uuid> {
    may(actor, Action::SaveView)?;
    let user = actor.user.ok_or(Error::NotFound("account"))?;
    Ok(user.0)
}

fn named(name: &str) -> Result<ViewName> {
    name.parse().map_err(|bad| Error::invalid("name", bad))
}

/// The view, where it is its owner's: another's is as good as none.
async fn own(tx: &mut Tx, owner: Uuid, id: ViewId) -> Result<SavedViewRow> {
    let row = SavedViewRow::by_id(tx, id.0).await?;
    row.filter(|row| row.owner == owner)
        .ok_or(Error::NotFound("view"))
}

/// Tells the log; what somebody looks at stays out of it.
async fn announce(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    row: &SavedViewRow,
    action: &'static str,
) -> Result<()> {
    let change = Change {
        client: None,
        entity: "saved_view",
        id: row.id.to_string(),
        version: row.version,
        action,
        body: (),
    };
    live::append(tx, actor, service.now(), change)
        .await
        .map(drop)
}
