//! Writing one section of a package.

use super::{brand, edits, people, settle::settle, store};
use crate::{
    Error, Result, Service,
    db::{Tx, rows::FileRow},
    handoffs::{Work, or_present, save},
};
use domain::{
    board::HandoffCard,
    handoff::prepare::check_section,
    ids::FileId,
    package::{Content, SavePackage},
    policy::{Action, Actor, may},
};

/// Writes one section as a whole; the items that it fills are complete or missing by what it says from now on.
///
/// # Errors
/// A refusal where the role may not, the package is not with its sender or has no such section; a conflict with the card
/// as it is, where it was changed since the actor saw it; when a person or file in it is unknown.
pub async fn save_section(
    service: &Service,
    actor: &Actor,
    command: SavePackage,
) -> Result<HandoffCard> {
    let id = command.id;
    or_present(service, id, try_save(service, actor, command).await).await
}

async fn try_save(service: &Service, actor: &Actor, command: SavePackage) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    let content = command.content.in_order();
    let section = content.section();
    check_section(work.kind(), work.stage()?, section).map_err(Error::refused)?;
    check_known(&mut tx, &work, &content).await?;
    let before = edits::said(&mut tx, &work, section).await?;
    store::write(&mut tx, work.row.id, &content).await?;
    let package = store::load(&mut tx, work.row.id).await?;
    settle(service, &mut tx, actor, &mut work, &package, section).await?;
    edits::note(service, &mut tx, actor, &work, (section, before)).await?;
    let card = save::save(service, &mut tx, actor, &mut work, section.wrote()).await?;
    service.commit(tx).await?;
    Ok(card)
}

async fn check_known(tx: &mut Tx, work: &Work, content: &Content) -> Result<()> {
    people::check_known(tx, &content.people()).await?;
    match content {
        Content::Sow(sow) => check_file(tx, work, sow.file).await,
        Content::Brand(brand) => brand::check_files(tx, work, &brand.files).await,
        _ => Ok(()),
    }
}

/// The signed document is a file of this very handoff.
async fn check_file(tx: &mut Tx, work: &Work, file: Option<FileId>) -> Result<()> {
    let Some(id) = file else {
        return Ok(());
    };
    let sql = "SELECT * FROM file WHERE id = $1 AND handoff = $2";
    let found = crate::db::optional!(tx, FileRow, sql, id.0, work.row.id)?;
    found.map(drop).ok_or_else(|| {
        let sentence =
            "This file is not one of this handoff: upload it under Files, and choose it here.";
        Error::invalid("file", sentence)
    })
}
