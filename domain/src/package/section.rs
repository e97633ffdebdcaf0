//! The sections of a package, and the required items that each one fills.

use crate::{
    handoff::{HandoffKind, Item},
    named,
};

named! {
    /// A part of a package that is written and saved as a whole.
    pub enum Section {
        Sow = "sow",
        Milestones = "milestones",
        Staffing = "staffing",
        Budget = "budget",
        PodRoles = "pod roles",
        Specs = "specs",
        Brand = "brand",
    }
}

impl Section {
    /// The sections of a kind's package, in the order of its items; none where its items are texts.
    pub const fn of(kind: HandoffKind) -> &'static [Self] {
        match kind {
            HandoffKind::SalesToProduction => {
                &[Self::Sow, Self::Milestones, Self::Staffing, Self::Budget]
            }
            HandoffKind::ProductionToGenerative => {
                &[Self::PodRoles, Self::Milestones, Self::Specs, Self::Brand]
            }
            HandoffKind::GenerativeToProduction | HandoffKind::ProductionToSales => &[],
        }
    }

    /// The section that fills a required item; none for items that are texts.
    pub const fn filling(item: Item) -> Option<Self> {
        match item {
            Item::SignedSow => Some(Self::Sow),
            Item::Milestones | Item::Timeline => Some(Self::Milestones),
            Item::StaffingPlan => Some(Self::Staffing),
            Item::Budget => Some(Self::Budget),
            Item::PodRoles => Some(Self::PodRoles),
            Item::DeliverableSpecs => Some(Self::Specs),
            Item::BrandContext => Some(Self::Brand),
            _ => None,
        }
    }

    /// The required items of a kind that it fills.
    pub fn items(self, kind: HandoffKind) -> impl Iterator<Item = Item> {
        let required = kind.required().iter().copied();
        required.filter(move |item| Self::filling(*item) == Some(self))
    }

    /// As words of a sentence: "the staffing plan".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Sow => "the SOW",
            Self::Milestones => "the milestones",
            Self::Staffing => "the staffing plan",
            Self::Budget => "the budget",
            Self::PodRoles => "the pod roles",
            Self::Specs => "the deliverable specs",
            Self::Brand => "the brand context",
        }
    }

    /// As words of a sentence: "Ana wrote … this handoff".
    pub const fn wrote(self) -> &'static str {
        match self {
            Self::Sow => "wrote the SOW of",
            Self::Milestones => "wrote the milestones of",
            Self::Staffing => "wrote the staffing plan of",
            Self::Budget => "wrote the budget of",
            Self::PodRoles => "wrote the pod roles of",
            Self::Specs => "wrote the deliverable specs of",
            Self::Brand => "wrote the brand context of",
        }
    }
}
