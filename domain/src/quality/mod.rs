//! The quality of deliverables (H3): what is looked at, what was made, and what came of it.
//!
//! A workflow has a [`Checklist`]. A job's deliverable is made in numbered versions, each with its files, a link and the
//! maker's own check; one that was submitted is frozen, and a verdict is bound to it: accepted, or a retake with the
//! lines that failed. What keeps a version from being handed over is a [`Gap`]; first passes and retakes are counted by
//! workflow, maker and reason.

mod checklist;
mod count;
mod page;
mod question;
mod sheet;
mod verdict;
mod version;

pub use checklist::{BadChecklist, Checklist, MOST_QC_LINES, QcLine, SaveChecklist};
pub use count::{Judged, QcCount, QcGroup, Ruling, counts, rulings};
pub use page::{
    Deliverable, Delivered, LineOnPage, VerdictOnPage, VersionOnPage, WorkflowChecklist,
};
pub use question::{By, Counted, Opened, QualityQuestion};
pub use sheet::{QualitySheet, RulingRow, RulingRows, sheet};
pub use verdict::{Mark, RefusedVerdict, Unjudged, Verdict, check_judged, check_verdict};
pub use version::{
    Checked, Content, Frozen, Gap, SaveVersion, check_open, gaps, item_state, next_number,
};
