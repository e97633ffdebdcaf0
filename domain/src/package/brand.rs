//! What whoever makes something must know of the client's brand.

use super::line::BadField;
use crate::text::BrandText;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A link: an address of the web.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct BrandLink(String);

/// Why a text is no link.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a link: write one a line, each beginning with https:// or http://.")]
pub struct NotALink(String);

impl FromStr for BrandLink {
    type Err = NotALink;
    fn from_str(text: &str) -> Result<Self, NotALink> {
        let text = text.trim();
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let fits = rest.is_some_and(|rest| !rest.is_empty())
            && text.len() <= 2_000
            && !text.contains(char::is_whitespace);
        fits.then(|| Self(text.to_owned()))
            .ok_or_else(|| NotALink(text.to_owned()))
    }
}

impl TryFrom<String> for BrandLink {
    type Error = NotALink;
    fn try_from(text: String) -> Result<Self, NotALink> {
        text.parse()
    }
}

impl From<BrandLink> for String {
    fn from(link: BrandLink) -> Self {
        link.0
    }
}

impl fmt::Display for BrandLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The brand context.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrandContext {
    /// Voice, looks, what never to do.
    pub text: BrandText,
    /// Guidelines, folders, references.
    pub links: Vec<BrandLink>,
}

/// The brand context as a form posts it; one link a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct BrandFields {
    pub text: String,
    pub links: String,
}

impl BrandFields {
    /// What it means.
    ///
    /// # Errors
    /// The first field that will not do.
    pub fn read(&self) -> Result<BrandContext, BadField> {
        let text = self
            .text
            .parse()
            .map_err(|bad: crate::text::BadText| BadField {
                field: "text",
                sentence: bad.to_string(),
            })?;
        let written = self.links.lines().filter(|line| !line.trim().is_empty());
        let links = written.map(|line| {
            line.parse().map_err(|bad: NotALink| BadField {
                field: "links",
                sentence: bad.to_string(),
            })
        });
        Ok(BrandContext {
            text,
            links: links.collect::<Result<_, _>>()?,
        })
    }
}

impl From<&BrandContext> for BrandFields {
    fn from(brand: &BrandContext) -> Self {
        let links: Vec<_> = brand.links.iter().map(ToString::to_string).collect();
        Self {
            text: brand.text.to_string(),
            links: links.join("\n"),
        }
    }
}
