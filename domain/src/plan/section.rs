//! What a plan adds to a WhyGO under a heading of its own.

use serde::{Deserialize, Serialize};

/// A heading, and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// What stands below it, in order.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Words(String),
    /// Points, one below the other.
    List(Vec<String>),
    /// Rows and columns.
    Table {
        /// The columns' headings.
        heads: Vec<String>,
        /// The rows, each as long as the headings.
        rows: Vec<Vec<String>>,
        /// Whether each column is about one thing, rather than each row: it is read downwards.
        #[serde(default)]
        by_column: bool,
    },
}
