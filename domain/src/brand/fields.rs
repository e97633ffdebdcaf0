//! A brand as a form posts it.

use super::{Brand, NotALink};
use crate::{
    package::BadField,
    text::{BadText, BrandText},
};
use serde::{Deserialize, Serialize};

/// What forms write of a brand; one link a line, files by their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct BrandFields {
    pub text: String,
    pub voice: String,
    pub dos: String,
    pub donts: String,
    pub links: String,
    pub files: Vec<String>,
}

impl BrandFields {
    /// What it means.
    ///
    /// # Errors
    /// The first field that will not do.
    pub fn read(&self) -> Result<Brand, BadField> {
        let written = self.links.lines().filter(|line| !line.trim().is_empty());
        let links = written.map(|line| line.parse().map_err(|bad: NotALink| wrong("links", bad)));
        let files = self.files.iter().map(|id| id.parse());
        Ok(Brand {
            text: text("text", &self.text)?,
            voice: text("voice", &self.voice)?,
            dos: text("dos", &self.dos)?,
            donts: text("donts", &self.donts)?,
            links: links.collect::<Result<_, _>>()?,
            files: files
                .collect::<Result<_, _>>()
                .map_err(|_| wrong("files", "Choose files of the list."))?,
        })
    }
}

fn text(field: &'static str, written: &str) -> Result<BrandText, BadField> {
    written.parse().map_err(|bad: BadText| wrong(field, bad))
}

fn wrong(field: &'static str, sentence: impl ToString) -> BadField {
    BadField {
        field,
        sentence: sentence.to_string(),
    }
}

impl From<&Brand> for BrandFields {
    fn from(brand: &Brand) -> Self {
        let links: Vec<_> = brand.links.iter().map(ToString::to_string).collect();
        Self {
            text: brand.text.to_string(),
            voice: brand.voice.to_string(),
            dos: brand.dos.to_string(),
            donts: brand.donts.to_string(),
            links: links.join("\n"),
            files: brand.files.iter().map(ToString::to_string).collect(),
        }
    }
}
