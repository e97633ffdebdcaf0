//! The names of the site's files, which change with their content.

use rust_embed::RustEmbed;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Names, under `/pkg/`, of the files that every page loads, as `script/lib/site.mjs` wrote them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// The JavaScript module that loads the WebAssembly.
    pub js: String,
    /// The WebAssembly.
    pub wasm: String,
    /// The one style sheet.
    pub css: String,
    /// The text font, to be preloaded.
    pub font: String,
    /// The further WebAssembly files of each part of the site, by the part's name.
    pub parts: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Reads `manifest.json` of a site. Without one (the site was made by cargo-leptos, or not at all) the files have
    /// their plain names.
    pub(super) fn of<E: RustEmbed>() -> Self {
        E::get("manifest.json")
            .and_then(|file| serde_json::from_slice(&file.data).ok())
            .unwrap_or_else(Self::plain)
    }

    fn plain() -> Self {
        Self {
            js: "baton.js".to_owned(),
            wasm: "baton.wasm".to_owned(),
            css: "baton.css".to_owned(),
            font: "inter.woff2".to_owned(),
            parts: BTreeMap::new(),
        }
    }
}
