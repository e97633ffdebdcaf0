//! Reading a brand page.

use super::stored;
use crate::{
    Error, Result, Service,
    db::{Tx, all, optional, rows::BrandPageRow},
    files, live,
};
use domain::{
    brand::BrandPage,
    engagement::Named,
    ids::*,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// The brand page of a client; empty before anything was written.
///
/// # Errors
/// When the actor may not open it, or there is no such client.
pub async fn brand_page(service: &Service, actor: &Actor, client: ClientId) -> Result<BrandPage> {
    may(actor, Action::SeeBrand)?;
    let mut tx = service.db().read().await?;
    let name = name_of(&mut tx, actor, client).await?;
    let known = stored::of(&mut tx, client).await?;
    let row = BrandPageRow::by_id(&mut tx, client.0).await?;
    Ok(BrandPage {
        client: Named { id: client, name },
        seq: live::latest(&mut tx).await?,
        version: known.version,
        brand: known.brand,
        files: files::of_brand(&mut tx, client).await?,
        at: row.as_ref().map(|row| row.at),
        by: match row.and_then(|row| row.written_by) {
            Some(user) => user_name(&mut tx, user).await?,
            None => None,
        },
        engagements: engagements(&mut tx, client).await?,
    })
}

/// The name of a client that the actor may see.
pub(super) async fn name_of(tx: &mut Tx, actor: &Actor, client: ClientId) -> Result<String> {
    let missing = || Error::NotFound("client");
    may(actor, Action::SeeClient(client)).map_err(|_| missing())?;
    let found = optional!(
        tx,
        (String,),
        "SELECT name FROM client WHERE id = $1",
        client.0
    )?;
    found.map(|(name,)| name).ok_or_else(missing)
}

async fn user_name(tx: &mut Tx, user: Uuid) -> Result<Option<String>> {
    let found = optional!(
        tx,
        (String,),
        "SELECT name FROM user_account WHERE id = $1",
        user
    )?;
    Ok(found.map(|(name,)| name))
}

async fn engagements(tx: &mut Tx, client: ClientId) -> Result<Vec<Named<EngagementId>>> {
    let sql = "SELECT id, name FROM engagement WHERE client = $1 ORDER BY sow_signed_at DESC, id";
    let rows = all!(tx, (Uuid, String), sql, client.0)?;
    let named = |(id, name)| Named {
        id: EngagementId(id),
        name,
    };
    Ok(rows.into_iter().map(named).collect())
}
