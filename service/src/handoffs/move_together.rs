//! Several cards moved at once, each under its own gate.

use super::move_handoff;
use crate::{Error, Result, Service, db::optional};
use domain::{
    board::{MoveHandoff, Moved},
    handoff::{HandoffKind, gate::check_together},
    policy::{Action, Actor, may},
};

/// How many cards are moved at once, at most.
pub const MOST: usize = 200;

/// Moves cards one after another, each in a transaction of its own; what became of each is told in the same order. One
/// that is refused keeps no other back.
///
/// # Errors
/// When the actor may not open the board, or more cards are named than go at once.
pub async fn move_together(
    service: &Service,
    actor: &Actor,
    commands: Vec<MoveHandoff>,
) -> Result<Vec<Moved>> {
    may(actor, Action::SeeBoard)?;
    if commands.len() > MOST {
        let sentence = format!("At most {MOST} handoffs move at once: choose fewer.");
        return Err(Error::invalid("asked", sentence));
    }
    let mut moved = Vec::with_capacity(commands.len());
    for command in commands {
        let id = command.id;
        let refused = move_one(service, actor, command).await.err();
        moved.push(Moved {
            id,
            refused: refused.map(|error| error.to_string()),
        });
    }
    Ok(moved)
}

async fn move_one(service: &Service, actor: &Actor, command: MoveHandoff) -> Result<()> {
    let mut tx = service.db().read().await?;
    let sql = "SELECT kind FROM handoff WHERE id = $1";
    let kind = optional!(&mut tx, (i64,), sql, command.id.0)?;
    drop(tx);
    let kind = kind.and_then(|(kind,)| HandoffKind::try_from(u8::try_from(kind).ok()?).ok());
    let kind = kind.ok_or(Error::NotFound("handoff"))?;
    check_together(kind, command.to).map_err(Error::refused)?;
    move_handoff(service, actor, command).await.map(drop)
}
