//! The four handoffs and what each must contain.

use crate::{named, people::Department};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// One of the four handoffs of an engagement's cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub enum HandoffKind {
    /// H1: a signed SOW, to be scoped.
    SalesToProduction,
    /// H2: a pod request.
    ProductionToGenerative,
    /// H3: a QC-passed deliverable.
    GenerativeToProduction,
    /// H4: a closing report.
    ProductionToSales,
}

named! {
    /// A required item of a handoff, by its written name.
    pub enum Item {
        SignedSow = "signed SOW",
        Milestones = "milestones",
        Timeline = "timeline",
        StaffingPlan = "staffing plan",
        Budget = "budget",
        PodRoles = "pod roles",
        DeliverableSpecs = "deliverable specs",
        BrandContext = "brand context",
        QcPassedAssets = "QC-passed assets",
        SubmittedInPlatform = "submitted in the platform",
        MarginData = "margin data",
        CaseStudyVisuals = "case-study visuals",
        UseCasesForSales = "use cases for Sales",
    }
}

impl HandoffKind {
    /// H1 to H4.
    pub const ALL: [Self; 4] = [
        Self::SalesToProduction,
        Self::ProductionToGenerative,
        Self::GenerativeToProduction,
        Self::ProductionToSales,
    ];

    /// 1 to 4, as in "H1".
    pub const fn number(self) -> u8 {
        match self {
            Self::SalesToProduction => 1,
            Self::ProductionToGenerative => 2,
            Self::GenerativeToProduction => 3,
            Self::ProductionToSales => 4,
        }
    }

    /// The department that prepares and submits.
    pub const fn sender(self) -> Department {
        match self {
            Self::SalesToProduction => Department::Sales,
            Self::ProductionToGenerative | Self::ProductionToSales => Department::Production,
            Self::GenerativeToProduction => Department::Generative,
        }
    }

    /// The department that reviews, accepts and returns.
    pub const fn receiver(self) -> Department {
        match self {
            Self::SalesToProduction | Self::GenerativeToProduction => Department::Production,
            Self::ProductionToGenerative => Department::Generative,
            Self::ProductionToSales => Department::Sales,
        }
    }

    /// What a package must contain before it can be submitted (DOMAIN section 3).
    pub const fn required(self) -> &'static [Item] {
        match self {
            Self::SalesToProduction => &[
                Item::SignedSow,
                Item::Milestones,
                Item::Timeline,
                Item::StaffingPlan,
                Item::Budget,
            ],
            Self::ProductionToGenerative => &[
                Item::PodRoles,
                Item::Timeline,
                Item::DeliverableSpecs,
                Item::BrandContext,
            ],
            Self::GenerativeToProduction => &[Item::QcPassedAssets, Item::SubmittedInPlatform],
            Self::ProductionToSales => &[
                Item::MarginData,
                Item::CaseStudyVisuals,
                Item::UseCasesForSales,
            ],
        }
    }

    /// What is handed over, in a word or two.
    pub const fn package(self) -> &'static str {
        match self {
            Self::SalesToProduction => "SOW package",
            Self::ProductionToGenerative => "Pod request",
            Self::GenerativeToProduction => "Deliverable",
            Self::ProductionToSales => "Closing report",
        }
    }
}

/// As a sentence: "Sales → Production".
impl fmt::Display for HandoffKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} → {}", self.sender(), self.receiver())
    }
}

/// Why a text or number is none of the four kinds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of handoff: there are 1, 2, 3 and 4")]
pub struct NotAKind(String);

impl From<HandoffKind> for u8 {
    fn from(kind: HandoffKind) -> Self {
        kind.number()
    }
}

impl TryFrom<u8> for HandoffKind {
    type Error = NotAKind;
    fn try_from(number: u8) -> Result<Self, NotAKind> {
        let found = Self::ALL.into_iter().find(|kind| kind.number() == number);
        found.ok_or_else(|| NotAKind(number.to_string()))
    }
}

impl FromStr for HandoffKind {
    type Err = NotAKind;
    fn from_str(text: &str) -> Result<Self, NotAKind> {
        text.parse::<u8>()
            .ok()
            .and_then(|n| n.try_into().ok())
            .ok_or_else(|| NotAKind(text.to_owned()))
    }
}
