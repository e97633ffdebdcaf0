//! Accepted cards, loaded and counted on demand.

use super::{Which, board, cards};
use crate::{Result, Service, db::Tx};
use domain::{
    board::{BoardFilter, HandoffCard},
    handoff::HandoffKind,
    policy::{Action, Actor, may},
    time::Instant,
};

/// How many accepted cards are handed out at once.
pub const PAGE: i64 = 50;

/// The accepted cards of a kind that pass `filter`, after the first `skip`, the latest first, at most [`PAGE`].
///
/// # Errors
/// When the actor may not open the board.
pub async fn accepted(
    service: &Service,
    actor: &Actor,
    kind: HandoffKind,
    filter: &BoardFilter,
    skip: i64,
) -> Result<Vec<HandoffCard>> {
    may(actor, Action::SeeBoard)?;
    let mut tx = service.db().read().await?;
    let skip = skip.max(0);
    if *filter == BoardFilter::default() {
        let limit = PAGE;
        return cards(&mut tx, Which::Accepted { kind, skip, limit }).await;
    }
    let passing = passing(&mut tx, actor, kind, filter, service.now()).await?;
    let after = passing.into_iter().skip(skip as usize);
    Ok(after.take(PAGE as usize).collect())
}

/// How many accepted cards of each kind pass `filter`.
///
/// # Errors
/// When the actor may not open the board.
pub async fn count_accepted(
    service: &Service,
    actor: &Actor,
    filter: &BoardFilter,
) -> Result<Vec<(HandoffKind, i64)>> {
    may(actor, Action::SeeBoard)?;
    let mut tx = service.db().read().await?;
    if *filter == BoardFilter::default() {
        return board::accepted(&mut tx).await;
    }
    let mut counts = Vec::new();
    for kind in HandoffKind::ALL {
        let passing = passing(&mut tx, actor, kind, filter, service.now()).await?;
        counts.push((kind, passing.len() as i64));
    }
    Ok(counts)
}

async fn passing(
    tx: &mut Tx,
    actor: &Actor,
    kind: HandoffKind,
    filter: &BoardFilter,
    now: Instant,
) -> Result<Vec<HandoffCard>> {
    let wanted = filter.kinds.is_empty() || filter.kinds.contains(&kind);
    if !wanted || !filter.takes_accepted() {
        return Ok(Vec::new());
    }
    let (skip, limit) = (0, i64::MAX);
    let mut found = cards(tx, Which::Accepted { kind, skip, limit }).await?;
    found.retain(|card| filter.passes(card, actor.person, now));
    Ok(found)
}
