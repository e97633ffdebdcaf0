//! Taking back what was written last into an item.

use super::{
    conflict::or_present,
    edits::{self, Edit, row_of, text_of},
    save,
    work::Work,
};
use crate::{Error, Result, Service, quality};
use domain::{
    board::{HandoffCard, TakeBack},
    handoff::{Item, prepare::check_item},
    policy::{Action, Actor, may},
};

/// Takes the last edit of an item back: it says again what it said before, and the log keeps both.
///
/// # Errors
/// A refusal where the role may not, the package is not with its sender, or nothing of the item can be taken back; a
/// conflict with the card as it is, where it was changed since the actor saw it.
pub async fn take_back_item(
    service: &Service,
    actor: &Actor,
    command: TakeBack,
    item: Item,
) -> Result<HandoffCard> {
    let id = command.id;
    or_present(
        service,
        id,
        try_take_back(service, actor, command, item).await,
    )
    .await
}

async fn try_take_back(
    service: &Service,
    actor: &Actor,
    command: TakeBack,
    item: Item,
) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    check_item(work.kind(), work.stage()?, item).map_err(Error::refused)?;
    let edits = edits::all(&mut tx, &work).await?;
    let last = edits::last(&edits, &work, item)?.map_err(Error::refused)?;
    let row = row_of(&work, item, &last.edit.before);
    let before = text_of(&work, item)?;
    save::put_row(&mut tx, &mut work, row).await?;
    let edit = Edit {
        item,
        before,
        now: last.edit.before.clone(),
        takes_back: true,
    };
    edits::log(service, &mut tx, actor, &work, edit).await?;
    quality::settle_written(service, &mut tx, actor, &mut work).await?;
    let card = save::save(service, &mut tx, actor, &mut work, "prepared").await?;
    service.commit(tx).await?;
    Ok(card)
}
