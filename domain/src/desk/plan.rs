//! What becomes of a desk that is passed on: shown before it happens, and asked again when it does.

use super::{Desk, DeskSeat, Place, Seat, Taker};
use crate::ids::PersonId;

/// Why a desk cannot be passed on like that.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedPass {
    /// There is nothing to pass on.
    #[error("{0} holds nothing that could be passed on.")]
    Empty(String),
    /// A desk goes as a whole.
    #[error(
        "Nobody was chosen for “{0}”: a desk is passed on as a whole, so choose somebody for each place."
    )]
    Nobody(String),
    /// The receiver cannot hold it.
    #[error(
        "“{0}” cannot go to whoever was chosen: choose somebody of the list, who is there and of the right department."
    )]
    Unfit(String),
    /// Producer and backup would be the same.
    #[error(
        "“{0}” cannot go to the producer: the backup stands in for them. Choose somebody else."
    )]
    OwnBackup(String),
    /// It is no longer theirs.
    #[error("The desk has changed in the meantime. Look at it again and go on from there.")]
    Stale,
}

/// What becomes of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassPlan {
    /// Who receives what, by name.
    pub receivers: Vec<Receives>,
    /// Engagements that are left without a backup, since theirs becomes the producer.
    pub without_backup: Vec<String>,
}

/// What one person receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receives {
    /// Who.
    pub person: Taker,
    /// The places.
    pub seats: Vec<DeskSeat>,
}

/// What becomes of `desk` when each of its places goes to whom `to` says.
///
/// # Errors
/// The first thing that is in the way.
pub fn plan(desk: &Desk, to: &[(Seat, PersonId)]) -> Result<PassPlan, RefusedPass> {
    if desk.seats.is_empty() {
        return Err(RefusedPass::Empty(desk.person.name.clone()));
    }
    let known = |seat: &Seat| desk.seats.iter().any(|held| held.seat == *seat);
    if !to.iter().all(|(seat, _)| known(seat)) {
        return Err(RefusedPass::Stale);
    }
    let mut receivers: Vec<Receives> = Vec::new();
    let mut without_backup = Vec::new();
    for held in &desk.seats {
        let taker = taker(desk, held, to)?;
        if held.seat.place == Place::Producer && held.other == Some(taker.id) {
            without_backup.push(held.name.clone());
        }
        match receivers.iter_mut().find(|one| one.person.id == taker.id) {
            Some(one) => one.seats.push(held.clone()),
            None => receivers.push(Receives {
                person: taker.clone(),
                seats: vec![held.clone()],
            }),
        }
    }
    receivers.sort_by(|one, other| one.person.name.cmp(&other.person.name));
    Ok(PassPlan {
        receivers,
        without_backup,
    })
}

fn taker<'a>(
    desk: &'a Desk,
    held: &DeskSeat,
    to: &[(Seat, PersonId)],
) -> Result<&'a Taker, RefusedPass> {
    let chosen = to.iter().find(|(seat, _)| *seat == held.seat);
    let (_, person) = chosen.ok_or_else(|| RefusedPass::Nobody(held.words()))?;
    if held.seat.place == Place::Backup && held.other == Some(*person) {
        return Err(RefusedPass::OwnBackup(held.words()));
    }
    let takers = desk.takers(held);
    let found = takers.into_iter().find(|taker| taker.id == *person);
    found.ok_or_else(|| RefusedPass::Unfit(held.words()))
}
