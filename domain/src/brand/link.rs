//! Links of a brand: guidelines, folders, references.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The longest link with its name, in bytes.
const MOST: usize = 2_000;

/// An address of the web, with a name if somebody gave it one. Written as "Guidelines https://example.com/brand".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct BrandLink {
    name: String,
    address: String,
}

/// Why a text is no link.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a link: write one a line, its address beginning with https:// or http://, a name before it if you like."
)]
pub struct NotALink(String);

impl BrandLink {
    /// Where it leads.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What it is called: its address, where nobody named it.
    pub fn name(&self) -> &str {
        if self.name.is_empty() {
            &self.address
        } else {
            &self.name
        }
    }
}

impl FromStr for BrandLink {
    type Err = NotALink;
    fn from_str(text: &str) -> Result<Self, NotALink> {
        let text = text.trim();
        let (name, address) = text.rsplit_once(char::is_whitespace).unwrap_or(("", text));
        let rest = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"));
        let fits = rest.is_some_and(|rest| !rest.is_empty())
            && text.len() <= MOST
            && !text.contains(char::is_control);
        let name = name
            .trim()
            .trim_end_matches([':', '-', '–', '—'])
            .trim_end();
        fits.then(|| Self {
            name: name.to_owned(),
            address: address.to_owned(),
        })
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
        link.to_string()
    }
}

impl fmt::Display for BrandLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.is_empty() {
            f.write_str(&self.address)
        } else {
            write!(f, "{} {}", self.name, self.address)
        }
    }
}
