//! What the sender may still change in a package.

use super::{HandoffKind, Item, Stage};
use crate::package::Section;

/// Why a package cannot be changed like that.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusedChange {
    /// It is not with the sender.
    #[error("The {package} is {}: its items can be changed once it is returned.", stage.words())]
    NotPreparing {
        /// What is handed over.
        package: &'static str,
        /// Where it stands.
        stage: Stage,
    },
    /// The package has no such item.
    #[error("`{item}` is not part of the {package}.")]
    NotRequired {
        /// What was to be written.
        item: Item,
        /// What is handed over.
        package: &'static str,
    },
    /// The package has no such section.
    #[error("`{section}` is not part of the {package}.")]
    NoSuchSection {
        /// What was to be written.
        section: Section,
        /// What is handed over.
        package: &'static str,
    },
    /// Only a pod is needed on a day.
    #[error("Only a pod request says on which day it is needed.")]
    NotNeededOnADay,
}

/// Whether `item` of a handoff of `kind` in `stage` can be written.
///
/// # Errors
/// When it is not with the sender, or has no such item.
pub fn check_item(kind: HandoffKind, stage: Stage, item: Item) -> Result<(), RefusedChange> {
    let package = kind.package();
    if !kind.required().contains(&item) {
        return Err(RefusedChange::NotRequired { item, package });
    }
    check_preparing(kind, stage)
}

/// Whether a section of the package of a handoff of `kind` in `stage` can be written.
///
/// # Errors
/// When it is not with the sender, or has no such section.
pub fn check_section(
    kind: HandoffKind,
    stage: Stage,
    section: Section,
) -> Result<(), RefusedChange> {
    let package = kind.package();
    if !Section::of(kind).contains(&section) {
        return Err(RefusedChange::NoSuchSection { section, package });
    }
    check_preparing(kind, stage)
}

/// Whether the day on which a pod is needed can be set.
///
/// # Errors
/// When it is no pod request, or not with the sender.
pub fn check_needed_on(kind: HandoffKind, stage: Stage) -> Result<(), RefusedChange> {
    if kind != HandoffKind::ProductionToGenerative {
        return Err(RefusedChange::NotNeededOnADay);
    }
    check_preparing(kind, stage)
}

/// Whether the package of a handoff of `kind` in `stage` is with its sender.
///
/// # Errors
/// When it is not.
pub fn check_preparing(kind: HandoffKind, stage: Stage) -> Result<(), RefusedChange> {
    let package = kind.package();
    match stage {
        Stage::Preparing => Ok(()),
        stage => Err(RefusedChange::NotPreparing { package, stage }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(HandoffKind::SalesToProduction, Stage::Preparing, Item::Budget, "")]
    #[case(
        HandoffKind::SalesToProduction,
        Stage::InReview,
        Item::Budget,
        "The SOW package is in review: its items can be changed once it is returned."
    )]
    #[case(
        HandoffKind::SalesToProduction,
        Stage::Preparing,
        Item::PodRoles,
        "`pod roles` is not part of the SOW package."
    )]
    fn the_sender_writes_while_preparing(
        #[case] kind: HandoffKind,
        #[case] stage: Stage,
        #[case] item: Item,
        #[case] refusal: &str,
    ) {
        let said =
            check_item(kind, stage, item).map_or_else(|no| no.to_string(), |()| String::new());
        assert_eq!(said, refusal);
    }

    #[test]
    fn only_a_pod_request_is_needed_on_a_day() {
        for kind in HandoffKind::ALL {
            let may = check_needed_on(kind, Stage::Preparing).is_ok();
            assert_eq!(may, kind == HandoffKind::ProductionToGenerative);
        }
    }
}
