//! A package as a handoff's page shows it.

use super::{Gap, Package, PersonLoad, RoleAnswer, Terms};
use crate::{
    board::AttachedFile,
    brand::CarriedOver,
    handoff::Item,
    ids::{ClientId, PersonId},
    money::Cents,
    people::Department,
    plan::Target,
    time::{Day, Instant},
};
use serde::{Deserialize, Serialize};

/// Somebody who can be put on a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Engaged {
    pub id: PersonId,
    pub name: String,
    pub title: String,
    pub department: Option<Department>,
}

/// A correction of the time at which the SOW was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct SignatureCorrection {
    pub at: Instant,
    pub by: Option<String>,
    pub was: Instant,
    pub becomes: Instant,
    pub reason: String,
}

/// What stands around the brand context of a pod request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrandAround {
    /// Whose brand it is.
    pub client: ClientId,
    /// The files that it has or can have: the handoff's own, those of the brand page, and what it had before.
    pub files: Vec<AttachedFile>,
    /// Where it came from; unset where it was written here.
    pub from: Option<CarriedOver>,
    /// Whether the brand page has changed since, or says something where nothing was taken from it yet.
    pub has_news: bool,
}

/// The package of a handoff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackagePage {
    /// What it contains. Money is left out for those who may not see fees.
    pub package: Package,
    /// What it is measured against.
    pub terms: Terms,
    /// What is missing in each item that is content.
    pub gaps: Vec<(Item, Vec<Gap>)>,
    /// The monthly fee and its currency; unset for those who may not see it.
    pub fee: Option<(Cents, String)>,
    /// What the plan asks of production margin this quarter.
    pub margin_target: Option<Target>,
    /// The agency's day.
    pub today: Day,
    /// Whoever is named in it; for those who write it, whoever could be.
    pub people: Vec<Engaged>,
    /// When the SOW was signed.
    pub signed_at: Instant,
    /// How that time was corrected, the latest last.
    pub corrections: Vec<SignatureCorrection>,
    /// The answer to a pod request, role by role; empty before there is one.
    pub answers: Vec<RoleAnswer>,
    /// Who of Generative is free, for a pod request that is not accepted yet.
    pub load: Vec<PersonLoad>,
    /// The Monday of the first week of `load`.
    pub load_from: Day,
    /// What stands around the brand context; of an H2.
    pub brand: Option<BrandAround>,
    /// Seconds from the signature to the accepted pod request that ended onboarding; of an H2, where that is this one.
    pub onboarding_seconds: Option<i64>,
}

/// Seconds as days with one decimal, rounded half up: "12.4 days".
pub fn in_days(seconds: i64) -> String {
    const DAY: i64 = 86_400;
    let tenths = crate::money::div_half_up(i128::from(seconds) * 10, i128::from(DAY));
    format!("{}.{} days", tenths / 10, (tenths % 10).abs())
}

impl PackagePage {
    /// The name of a person who is in it.
    pub fn name(&self, person: PersonId) -> &str {
        let found = self.people.iter().find(|known| known.id == person);
        found.map_or("Somebody who has left", |known| &known.name)
    }

    /// What is missing in an item.
    pub fn gaps_of(&self, item: Item) -> &[Gap] {
        let found = self.gaps.iter().find(|(known, _)| *known == item);
        found.map_or(&[], |(_, gaps)| gaps)
    }
}
