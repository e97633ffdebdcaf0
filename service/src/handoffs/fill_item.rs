//! Writing one item of a package.

use super::{conflict::or_present, save, work::Work};
use crate::{Error, Result, Service, quality};
use domain::{
    board::{FillItem, HandoffCard},
    handoff::{gate::ItemState, prepare::check_item},
    policy::{Action, Actor, may},
    text::ItemText,
};

/// Writes one item of a package; an empty text takes it out again.
///
/// # Errors
/// A refusal where the role may not, the package is not with its sender or has no such item; a
/// conflict with the card as it is, where it was changed since the actor saw it.
pub async fn fill_item(service: &Service, actor: &Actor, command: FillItem) -> Result<HandoffCard> {
    let id = command.id;
    or_present(service, id, try_fill(service, actor, command).await).await
}

async fn try_fill(service: &Service, actor: &Actor, command: FillItem) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, command.id, command.version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    check_item(work.kind(), work.stage()?, command.item).map_err(Error::refused)?;
    let written = if command.body.trim().is_empty() {
        (command.item, ItemState::Missing, String::new())
    } else {
        let text: ItemText = command
            .body
            .parse()
            .map_err(|bad| Error::invalid("body", bad))?;
        (command.item, ItemState::Filled, text.into())
    };
    save::write_text(service, &mut tx, actor, &mut work, written).await?;
    quality::settle_written(service, &mut tx, actor, &mut work).await?;
    let card = save::save(service, &mut tx, actor, &mut work, "prepared").await?;
    service.commit(tx).await?;
    Ok(card)
}
