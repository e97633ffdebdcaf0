//! A client's brand page.

use super::{Brand, BrandFields};
use crate::{board::AttachedFile, engagement::Named, ids::*, time::Instant};
use serde::{Deserialize, Serialize};

/// The brand page of a client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BrandPage {
    /// Whose brand it is.
    pub client: Named<ClientId>,
    /// The number of the last change that this page knows.
    pub seq: i64,
    /// Counts its changes; 0 before anything was written.
    pub version: i64,
    /// What it says.
    pub brand: Brand,
    /// Its files, the latest last.
    pub files: Vec<AttachedFile>,
    /// When it was last changed.
    pub at: Option<Instant>,
    /// By whom.
    pub by: Option<String>,
    /// The client's engagements, the latest first.
    pub engagements: Vec<Named<EngagementId>>,
}

/// Writing what a brand page says; its files are added and taken off one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveBrand {
    /// Whose.
    pub client: ClientId,
    /// The version that the writer saw.
    pub version: i64,
    /// What it says from now on.
    pub fields: BrandFields,
}

/// Where the copy of a brand page came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedOver {
    /// The page's version.
    pub version: i64,
    /// When it was copied.
    pub at: Instant,
}
