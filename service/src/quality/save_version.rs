//! Writing the version that is being made: where it is, what there is to say, and the maker's own check.

use super::{
    content::{is_deliverable, list_of, settle_draft},
    draft::{begun, put},
};
use crate::{
    Error, Result, Service,
    db::Tx,
    handoffs::{Work, or_present, save},
};
use domain::{
    board::HandoffCard,
    brand::BrandLink,
    ids::HandoffId,
    policy::{Action, Actor, may},
    quality::{SaveVersion, check_open},
};

/// Writes the version that is being made; the items that it fills are complete or missing by what is in it from now on.
///
/// # Errors
/// A refusal where the role may not or the version was submitted; a conflict with the card as it is, where it was changed
/// since the actor saw it; when the link or the note will not do.
pub async fn save_version(
    service: &Service,
    actor: &Actor,
    command: SaveVersion,
) -> Result<HandoffCard> {
    let id = command.id;
    or_present(service, id, try_save(service, actor, command).await).await
}

async fn try_save(service: &Service, actor: &Actor, command: SaveVersion) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = open(&mut tx, actor, command.id, command.version).await?;
    let mut row = begun(service, &mut tx, actor, &work).await?;
    row.link = link(&command.link)?;
    row.note = command
        .read_note()
        .map_err(|bad| Error::invalid("note", bad))?
        .into();
    let list = list_of(&mut tx, &work).await?;
    row.set_checks(&list.checks(&command.ticked))?;
    put(&mut tx, &row).await?;
    settle_draft(service, &mut tx, actor, &mut work).await?;
    let card = save(service, &mut tx, actor, &mut work, "wrote the version of").await?;
    service.commit(tx).await?;
    Ok(card)
}

fn link(text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    let link: Result<BrandLink, _> = text.parse();
    match link {
        Ok(link) if link.address() == text => Ok(text.to_owned()),
        _ => Err(Error::invalid(
            "link",
            format!("`{text}` is not a link: it begins with https:// or http://."),
        )),
    }
}

/// A deliverable whose version can be changed by the actor.
pub(super) async fn open(tx: &mut Tx, actor: &Actor, id: HandoffId, version: i64) -> Result<Work> {
    let work = Work::at_version(tx, actor, id, version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    if !is_deliverable(&work) {
        return Err(Error::refused(
            "Only a deliverable (Generative → Production) has versions.",
        ));
    }
    check_open(work.stage()?).map_err(Error::refused)?;
    Ok(work)
}
