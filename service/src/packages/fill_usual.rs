//! Filling what is still empty with the usual lines.

use super::{begin, edits};
use crate::{
    Error, Result, Service,
    handoffs::{Work, or_present, save},
};
use domain::{
    board::HandoffCard,
    handoff::prepare::check_preparing,
    ids::HandoffId,
    package::{EngagementType, Section},
    policy::{Action, Actor, may},
};

/// Fills the sections of which nothing is written: an SOW package's with the usual lines of a kind of engagement, a pod
/// request's with what the SOW package and the client's brand say.
///
/// # Errors
/// A refusal where the role may not, the package is not with its sender, or there is nothing to fill or to fill it with;
/// a conflict with the card as it is, where it was changed since the actor saw it.
pub async fn fill_usual(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
    usual: Option<EngagementType>,
) -> Result<HandoffCard> {
    or_present(
        service,
        id,
        try_fill(service, actor, id, version, usual).await,
    )
    .await
}

async fn try_fill(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
    usual: Option<EngagementType>,
) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, id, version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    check_preparing(work.kind(), work.stage()?).map_err(Error::refused)?;
    let mut before = Vec::new();
    for section in Section::of(work.kind()) {
        before.push((*section, edits::said(&mut tx, &work, *section).await?));
    }
    if begin(service, &mut tx, actor, &mut work, usual).await? == 0 {
        return Err(Error::refused(
            "There is nothing to fill: what is empty here has no usual lines, and nothing known to take over.",
        ));
    }
    for written in before {
        edits::note(service, &mut tx, actor, &work, written).await?;
    }
    let card = save::save(service, &mut tx, actor, &mut work, "began the package of").await?;
    service.commit(tx).await?;
    Ok(card)
}
