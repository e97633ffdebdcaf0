//! Bringing what changed on the brand page into a pod request that copied it.

use super::{brand, edits, settle::settle, store};
use crate::{
    Error, Result, Service, brands,
    handoffs::{Work, or_present, save},
};
use domain::{
    board::HandoffCard,
    brand::{Brand, brought_in},
    handoff::prepare::check_section,
    ids::*,
    package::{Content, Section},
    policy::{Action, Actor, may},
};

/// Brings what changed on the client's brand page since it was copied into the brand context of a pod request.
///
/// # Errors
/// A refusal where the role may not, the package is not with its sender, or nothing has changed; a conflict with the card
/// as it is, where it was changed since the actor saw it.
pub async fn bring_in_brand(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
) -> Result<HandoffCard> {
    or_present(service, id, try_bring_in(service, actor, id, version).await).await
}

async fn try_bring_in(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, id, version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    check_section(work.kind(), work.stage()?, Section::Brand).map_err(Error::refused)?;
    let client = ClientId(work.engagement.client);
    let page = brands::of(&mut tx, client).await?;
    let from = brand::origin(&mut tx, work.row.id).await?;
    let base = match from {
        Some(from) if from.version == page.version => {
            return Err(Error::refused(
                "Nothing has changed on the brand page since it was carried over.",
            ));
        }
        Some(from) => brands::at(&mut tx, client, from.version).await?,
        None => Brand::default(),
    };
    let before = edits::said(&mut tx, &work, Section::Brand).await?;
    let mut package = store::load(&mut tx, work.row.id).await?;
    let brought = brought_in(&base, &page.brand, &package.brand);
    let content = Content::Brand(brought.map_err(Error::refused)?);
    store::write(&mut tx, work.row.id, &content).await?;
    package.put(content);
    brand::note_origin(&mut tx, work.row.id, page.version, service.now()).await?;
    settle(service, &mut tx, actor, &mut work, &package, Section::Brand).await?;
    let written = (Section::Brand, before);
    edits::note(service, &mut tx, actor, &work, written).await?;
    let card = save::save(service, &mut tx, actor, &mut work, Section::Brand.wrote()).await?;
    service.commit(tx).await?;
    Ok(card)
}
