//! Writing one section of a package.

use super::{
    BudgetLine, DeliverableSpec, Milestone, PodRole, Section, Sow, StaffingLine, timeline::in_order,
};
use crate::brand::Brand;
use crate::ids::{HandoffId, PersonId};

/// What a section says from now on, as a whole.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Content {
    Sow(Sow),
    Milestones(Vec<Milestone>),
    Staffing(Vec<StaffingLine>),
    Budget(Vec<BudgetLine>),
    PodRoles(Vec<PodRole>),
    Specs(Vec<DeliverableSpec>),
    Brand(Brand),
}

impl Content {
    /// Which section it is.
    pub const fn section(&self) -> Section {
        match self {
            Self::Sow(_) => Section::Sow,
            Self::Milestones(_) => Section::Milestones,
            Self::Staffing(_) => Section::Staffing,
            Self::Budget(_) => Section::Budget,
            Self::PodRoles(_) => Section::PodRoles,
            Self::Specs(_) => Section::Specs,
            Self::Brand(_) => Section::Brand,
        }
    }

    /// The people that it names.
    pub fn people(&self) -> Vec<PersonId> {
        match self {
            Self::Milestones(rows) => rows.iter().filter_map(|row| row.owner).collect(),
            Self::Staffing(rows) => rows.iter().filter_map(|row| row.person).collect(),
            _ => Vec::new(),
        }
    }

    /// As it is kept: milestones in the order of their days.
    #[must_use]
    pub fn in_order(self) -> Self {
        match self {
            Self::Milestones(rows) => Self::Milestones(in_order(rows)),
            other => other,
        }
    }
}

/// Writing one section.
#[derive(Clone, Debug, PartialEq)]
pub struct SavePackage {
    /// Of which handoff.
    pub id: HandoffId,
    /// The version that the writer saw.
    pub version: i64,
    /// What it says from now on.
    pub content: Content,
}
