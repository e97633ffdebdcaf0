//! The board.

use super::{Which, cards, limits};
use crate::{
    Result, Service,
    db::{Tx, all},
    live,
};
use domain::{
    board::Board,
    handoff::HandoffKind,
    ids::PodId,
    policy::{Action, Actor, may},
};
use uuid::Uuid;

/// What the board shows first: all open cards, how many are accepted, and the number of the last
/// change that it knows.
///
/// # Errors
/// When the actor may not open the board.
pub async fn board(service: &Service, actor: &Actor) -> Result<Board> {
    may(actor, Action::SeeBoard)?;
    let mut tx = service.db().read().await?;
    Ok(Board {
        seq: live::latest(&mut tx).await?,
        cards: cards(&mut tx, Which::Open).await?,
        accepted: accepted(&mut tx).await?,
        pods: pods(&mut tx).await?,
        limits: limits::all(&mut tx).await?,
    })
}

/// How many of each kind are accepted.
pub(super) async fn accepted(tx: &mut Tx) -> Result<Vec<(HandoffKind, i64)>> {
    let sql = "SELECT kind, COUNT(*) FROM handoff WHERE stage = 'accepted' GROUP BY kind";
    let counts = all!(tx, (i64, i64), sql)?;
    let count = |kind: HandoffKind| {
        let found = counts
            .iter()
            .find(|(number, _)| *number == i64::from(kind.number()));
        (kind, found.map_or(0, |(_, count)| *count))
    };
    Ok(HandoffKind::ALL.into_iter().map(count).collect())
}

/// The pods that an H2 can assign, by name.
pub(super) async fn pods(tx: &mut Tx) -> Result<Vec<(PodId, String)>> {
    let pods = all!(
        tx,
        (Uuid, String),
        "SELECT id, name FROM pod ORDER BY name, id"
    )?;
    Ok(pods
        .into_iter()
        .map(|(id, name)| (PodId(id), name))
        .collect())
}
