//! Writing a brand page.

use super::{
    page::name_of,
    stored::{self, ENTITY},
};
use crate::{
    Error, Result, Service,
    db::{Tx, rows::BrandPageRow},
    live::{self, Change},
};
use domain::{
    brand::SaveBrand,
    ids::*,
    policy::{Action, Actor, may},
};

/// Writes what a client's brand page says: its texts and links. The version that it has from now on.
///
/// # Errors
/// A refusal where the role may not, a text or link that will not do; a conflict, where the page was changed since the
/// actor saw it.
pub async fn write_brand(service: &Service, actor: &Actor, command: SaveBrand) -> Result<i64> {
    may(actor, Action::WriteBrand)?;
    let brand = command.fields.read();
    let brand = brand.map_err(|bad| Error::invalid(bad.field, bad.sentence))?;
    let mut tx = service.db().write().await?;
    name_of(&mut tx, actor, command.client).await?;
    let mut row = page(service, &mut tx, command.client).await?;
    if row.version != command.version {
        return Err(Error::stale("brand page"));
    }
    row.body = brand.text.to_string();
    row.voice = brand.voice.to_string();
    row.dos = brand.dos.to_string();
    row.donts = brand.donts.to_string();
    row.links = stored::written(&brand.links);
    let version = save(service, &mut tx, actor, row, "wrote").await?;
    service.commit(tx).await?;
    Ok(version)
}

/// The row of a brand page, an empty one before anything was written.
async fn page(service: &Service, tx: &mut Tx, client: ClientId) -> Result<BrandPageRow> {
    let found = BrandPageRow::by_id(tx, client.0).await?;
    Ok(found.unwrap_or_else(|| BrandPageRow {
        id: client.0,
        version: 0,
        body: String::new(),
        voice: String::new(),
        dos: String::new(),
        donts: String::new(),
        links: String::new(),
        at: service.now(),
        written_by: None,
    }))
}

/// Counts the page's version up for a change of its files.
pub(super) async fn touch(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    client: ClientId,
    did: &'static str,
) -> Result<()> {
    let row = page(service, tx, client).await?;
    save(service, tx, actor, row, did).await.map(drop)
}

async fn save(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    mut row: BrandPageRow,
    action: &'static str,
) -> Result<i64> {
    let client = ClientId(row.id);
    row.at = service.now();
    row.written_by = actor.user.map(|id| id.0);
    if row.version == 0 {
        row.version = 1;
        BrandPageRow::insert(tx, std::slice::from_ref(&row)).await?;
    } else {
        row.save(tx).await?;
    }
    let change = Change {
        client: None,
        entity: ENTITY,
        id: client.to_string(),
        version: row.version,
        action,
        body: stored::of(tx, client).await?.brand,
    };
    live::append(tx, actor, service.now(), change).await?;
    Ok(row.version)
}
