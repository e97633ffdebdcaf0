//! What whoever makes something must know of a client's brand: kept on the client's brand page, and copied from there into
//! each pod request.

mod fields;
mod link;
mod merge;
mod page;

pub use fields::BrandFields;
pub use link::{BrandLink, NotALink};
pub use merge::brought_in;
pub use page::{BrandPage, CarriedOver, SaveBrand};

use crate::{ids::FileId, text::BrandText};
use serde::{Deserialize, Serialize};

/// What is known of a brand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Brand {
    /// What it stands for, for whom, how it looks.
    pub text: BrandText,
    /// How it speaks.
    pub voice: BrandText,
    /// What to do.
    pub dos: BrandText,
    /// What never to do.
    pub donts: BrandText,
    /// Guidelines, folders, references.
    pub links: Vec<BrandLink>,
    /// Logos, fonts, guidelines.
    pub files: Vec<FileId>,
}

impl Brand {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
