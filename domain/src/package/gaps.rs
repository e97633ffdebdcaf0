//! What keeps an item of a package from being complete.

use super::{Package, Terms};
use crate::{
    handoff::{HandoffKind, Item, gate::ItemState},
    money::Cents,
    time::Day,
};
use serde::{Deserialize, Serialize};

/// Something that is missing: what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[allow(missing_docs)]
pub enum Gap {
    #[error("The signed document is missing: upload it under Files, and choose it here.")]
    NoFile,
    #[error("The SOW's value is missing: write what the client pays over the term.")]
    NoValue,
    #[error("There are no milestones: add what must be reached, by when, and whose it is.")]
    NoMilestones,
    #[error("“{0}” has no owner: choose whose milestone it is.")]
    NoOwner(String),
    #[error("A timeline takes two milestones on different days: add one.")]
    NoTimeline,
    #[error("“{name}” on {day} comes before the SOW was signed, {signed_on}: choose a later day.")]
    BeforeSignature {
        name: String,
        day: Day,
        signed_on: Day,
    },
    #[error(
        "“{name}” on {day} comes after the engagement's last day, {last}: choose an earlier one."
    )]
    AfterEnd { name: String, day: Day, last: Day },
    #[error("The day on which the pod is needed is not set: choose it beside the package.")]
    NotNeeded,
    #[error("Nobody is planned: add who works on it, how many hours a week, and from when.")]
    NoStaffing,
    #[error("There is no budget: add what it will cost, line by line.")]
    NoBudget,
    #[error("The budget adds up to nothing: write what each line costs.")]
    EmptyBudget,
    #[error("No roles are asked for: add which titles the pod needs, and from when.")]
    NoRoles,
    #[error("No deliverables are described: add each format with its size and count.")]
    NoSpecs,
    #[error(
        "The brand context is empty: say what whoever makes it must know of the brand, or link to it."
    )]
    NoBrand,
}

/// What is missing in an item of a package; empty where it is complete, and for items that are texts.
pub fn gaps(kind: HandoffKind, item: Item, package: &Package, terms: &Terms) -> Vec<Gap> {
    match item {
        Item::SignedSow => sow(package),
        Item::Milestones => milestones(package),
        Item::Timeline => timeline(kind, package, terms),
        Item::StaffingPlan => when(package.staffing.is_empty(), Gap::NoStaffing),
        Item::Budget => budget(package),
        Item::PodRoles => when(package.roles.is_empty(), Gap::NoRoles),
        Item::DeliverableSpecs => when(package.specs.is_empty(), Gap::NoSpecs),
        Item::BrandContext => when(package.brand.is_empty(), Gap::NoBrand),
        _ => Vec::new(),
    }
}

/// How an item stands by what its section says.
pub fn state(kind: HandoffKind, item: Item, package: &Package, terms: &Terms) -> ItemState {
    if gaps(kind, item, package, terms).is_empty() {
        ItemState::Filled
    } else {
        ItemState::Missing
    }
}

fn when(lacking: bool, gap: Gap) -> Vec<Gap> {
    lacking.then_some(gap).into_iter().collect()
}

fn sow(package: &Package) -> Vec<Gap> {
    let mut gaps = when(package.sow.file.is_none(), Gap::NoFile);
    gaps.extend(when(package.sow.value.is_none(), Gap::NoValue));
    gaps
}

fn budget(package: &Package) -> Vec<Gap> {
    let total: Cents = package.budget.iter().map(|line| line.amount).sum();
    if package.budget.is_empty() {
        vec![Gap::NoBudget]
    } else {
        when(total.0 == 0, Gap::EmptyBudget)
    }
}

fn milestones(package: &Package) -> Vec<Gap> {
    if package.milestones.is_empty() {
        return vec![Gap::NoMilestones];
    }
    let unowned = package.milestones.iter().filter(|one| one.owner.is_none());
    unowned
        .map(|one| Gap::NoOwner(one.name.to_string()))
        .collect()
}

fn timeline(kind: HandoffKind, package: &Package, terms: &Terms) -> Vec<Gap> {
    let is_request = kind == HandoffKind::ProductionToGenerative;
    let mut gaps = when(is_request && terms.needed_on.is_none(), Gap::NotNeeded);
    let days = || package.milestones.iter().map(|one| one.day);
    gaps.extend(when(days().min() == days().max(), Gap::NoTimeline));
    for one in &package.milestones {
        let (name, day) = (one.name.to_string(), one.day);
        if day < terms.signed_on {
            let signed_on = terms.signed_on;
            gaps.push(Gap::BeforeSignature {
                name,
                day,
                signed_on,
            });
        } else if let Some(last) = terms.ends_on.filter(|last| day > *last) {
            gaps.push(Gap::AfterEnd { name, day, last });
        }
    }
    gaps
}
