//! The day on which a pod is needed.

use super::{conflict::or_present, save, work::Work};
use crate::{Error, Result, Service, packages::settle_written};
use domain::{
    board::HandoffCard,
    handoff::prepare::check_needed_on,
    ids::HandoffId,
    package::Section,
    policy::{Action, Actor, may},
    time::Day,
};

/// Sets or clears the day on which the pod is needed; the due time of the request follows it.
///
/// # Errors
/// A refusal where the role may not, or it is no pod request in preparation; a conflict with the
/// card as it is, where it was changed since the actor saw it.
pub async fn set_needed_on(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
    day: Option<Day>,
) -> Result<HandoffCard> {
    or_present(service, id, try_set(service, actor, id, version, day).await).await
}

async fn try_set(
    service: &Service,
    actor: &Actor,
    id: HandoffId,
    version: i64,
    day: Option<Day>,
) -> Result<HandoffCard> {
    let mut tx = service.db().write().await?;
    let mut work = Work::at_version(&mut tx, actor, id, version).await?;
    may(actor, Action::Prepare(work.kind()))?;
    check_needed_on(work.kind(), work.stage()?).map_err(Error::refused)?;
    work.row.needed_on = day;
    work.fact.needed_on = day;
    settle_written(service, &mut tx, actor, &mut work, Section::Milestones).await?;
    let card = save::save(service, &mut tx, actor, &mut work, "set the day of").await?;
    service.commit(tx).await?;
    Ok(card)
}
