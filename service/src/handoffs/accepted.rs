//! Accepted cards, loaded on demand.

use super::{Which, cards};
use crate::{Result, Service};
use domain::{
    board::HandoffCard,
    handoff::HandoffKind,
    policy::{Action, Actor, may},
};

/// How many accepted cards are handed out at once.
pub const PAGE: i64 = 50;

/// The accepted cards of a kind after the first `skip`, the latest first, at most [`PAGE`].
///
/// # Errors
/// When the actor may not open the board.
pub async fn accepted(
    service: &Service,
    actor: &Actor,
    kind: HandoffKind,
    skip: i64,
) -> Result<Vec<HandoffCard>> {
    may(actor, Action::SeeBoard)?;
    let mut tx = service.db().read().await?;
    let (skip, limit) = (skip.max(0), PAGE);
    cards(&mut tx, Which::Accepted { kind, skip, limit }).await
}
