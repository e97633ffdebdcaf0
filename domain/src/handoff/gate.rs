//! The gate: what a package must contain before it can be submitted, and where a card may be dropped.

use super::{HandoffEventKind, HandoffKind, Item, Stage, event_between};
use crate::{
    named,
    people::AccessRole,
    policy::{Action, check_role},
    text::Reason,
};
use serde::{Deserialize, Serialize};

named! {
    /// How a required item of a package stands.
    pub enum ItemState {
        Missing = "missing",
        Filled = "filled",
        /// The sender goes on without it, and said why.
        Waived = "waived",
    }
}

/// A submission that the gate lets through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The required items that are not in it, in the order of the package.
    pub waived: Vec<Item>,
}

/// Why the gate stays closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}: {} missing. Fill in what is missing, or waive it with a reason.", kind.package(), list(missing))]
pub struct GateRefusal {
    /// The kind of the handoff.
    pub kind: HandoffKind,
    /// The required items that are neither filled in nor waived, in the order of the package.
    pub missing: Vec<Item>,
}

/// Whether a package can be submitted. An item that `items` does not name is missing; with a reason
/// in `waive`, all that is missing is waived.
///
/// # Errors
/// When items are missing and there is no reason to go on without them.
pub fn check(
    kind: HandoffKind,
    items: &[(Item, ItemState)],
    waive: Option<&Reason>,
) -> Result<Submission, GateRefusal> {
    let missing = in_state(kind, items, ItemState::Missing);
    let mut waived = in_state(kind, items, ItemState::Waived);
    if !missing.is_empty() && waive.is_none() {
        return Err(GateRefusal { kind, missing });
    }
    waived.extend(missing);
    waived.sort_by_key(|item| kind.required().iter().position(|required| required == item));
    Ok(Submission { waived })
}

fn in_state(kind: HandoffKind, items: &[(Item, ItemState)], wanted: ItemState) -> Vec<Item> {
    let state_of = |item: &Item| {
        let known = items.iter().find(|(known, _)| known == item);
        known.map_or(ItemState::Missing, |(_, state)| *state)
    };
    let required = kind.required().iter().copied();
    required.filter(|item| state_of(item) == wanted).collect()
}

fn list(items: &[Item]) -> String {
    let verb = if items.len() == 1 { "is" } else { "are" };
    match items {
        [] => "nothing is".to_owned(),
        [one] => format!("{one} {verb}"),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(|item| item.name()).collect();
            format!("{} and {last} {verb}", most.join(", "))
        }
    }
}

/// What becomes of a card that is dropped into a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dropped {
    /// It goes there.
    Allowed,
    /// It goes there once the missing items are filled in or waived.
    NeedsItems,
    /// It goes there with a reason.
    NeedsReason,
    /// It goes there once Generative has said who is available.
    NeedsAnswer,
    /// It goes there with QC's verdict on every line of the checklist.
    NeedsVerdict,
    /// It stays where it is, and this sentence says why.
    Refused(String),
}

/// What a handoff has of what its moves ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// Whether all required items are filled in or waived.
    pub complete: bool,
    /// Whether a pod request is answered; asked of no other kind.
    pub answered: bool,
}

/// What becomes of a handoff that someone with `role` drops into each of the other stages.
pub fn moves(
    kind: HandoffKind,
    stage: Stage,
    role: AccessRole,
    has: Readiness,
) -> Vec<(Stage, Dropped)> {
    let others = Stage::ALL.iter().copied().filter(|target| *target != stage);
    others
        .map(|target| (target, drop_into(kind, stage, target, role, has)))
        .collect()
}

/// Whether a handoff of `kind` can be moved into `to` together with others, without being asked anything of its own.
///
/// # Errors
/// A sentence that says where it is asked instead.
pub fn check_together(kind: HandoffKind, to: Stage) -> Result<(), AsksAlone> {
    match (kind, to) {
        (HandoffKind::ProductionToSales, Stage::Accepted) => Err(AsksAlone),
        _ => Ok(()),
    }
}

/// That a move asks something of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "Accepting a closing report asks whether a case-study package was delivered: accept it by itself."
)]
pub struct AsksAlone;

fn drop_into(
    kind: HandoffKind,
    from: Stage,
    to: Stage,
    role: AccessRole,
    has: Readiness,
) -> Dropped {
    let Some(event) = event_between(from, to) else {
        return Dropped::Refused(super::RefusedMove::NoSuchMove { from, to }.to_string());
    };
    if let Err(refusal) = check_role(role, Action::Handoff(kind, event)) {
        return Dropped::Refused(refusal.to_string());
    }
    match event {
        HandoffEventKind::Submitted if !has.complete => Dropped::NeedsItems,
        event if event.needs_answer(kind) && !has.answered => Dropped::NeedsAnswer,
        event if event.needs_reason() => Dropped::NeedsReason,
        HandoffEventKind::Accepted if kind == HandoffKind::GenerativeToProduction => {
            Dropped::NeedsVerdict
        }
        _ => Dropped::Allowed,
    }
}
