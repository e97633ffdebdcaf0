//! The signed SOW. When it was signed and its term are the engagement's own.

use super::{
    budget::amount,
    line::{BadField, optional},
};
use crate::{ids::FileId, money::Cents};
use serde::{Deserialize, Serialize};

/// The signed SOW.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sow {
    /// The signed document: a file of the handoff.
    pub file: Option<FileId>,
    /// What the client pays over the whole term; more than nothing.
    pub value: Option<Cents>,
}

/// The SOW as a form posts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct SowFields {
    pub file: String,
    pub value: String,
}

impl SowFields {
    /// What it means.
    ///
    /// # Errors
    /// The first field that will not do.
    pub fn read(&self) -> Result<Sow, BadField> {
        let value = amount("value", &self.value)?;
        if value == Some(Cents(0)) {
            return Err(BadField {
                field: "value",
                sentence: "A SOW of nothing is none: write what the client pays over the term."
                    .to_owned(),
            });
        }
        Ok(Sow {
            file: optional("file", &self.file, "a file of the list")?,
            value,
        })
    }
}

impl From<&Sow> for SowFields {
    fn from(sow: &Sow) -> Self {
        Self {
            file: sow.file.map(|id| id.to_string()).unwrap_or_default(),
            value: sow.value.map(|value| value.to_string()).unwrap_or_default(),
        }
    }
}
