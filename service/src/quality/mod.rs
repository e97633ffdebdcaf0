//! The quality of deliverables (H3): their versions, QC's checklists and verdicts, and what those come to.

mod checklist;
mod content;
mod count;
mod draft;
mod files;
mod lines;
mod page;
mod save_version;
mod undone;
mod verdict;

pub use checklist::save_checklist;
pub use count::sheet;
pub use files::remove_file;
pub use lines::lines;
pub use save_version::save_version;

pub(crate) use checklist::{of_engagement, write as write_checklist};
pub(crate) use content::{settle_draft, settle_written};
pub(crate) use draft::hand_over;
pub(crate) use files::{check_add, is_delivered, take};
pub(crate) use page::{delivered, of_handoff, of_job, unversioned};
pub(crate) use undone::undo;
pub(crate) use verdict::{record, ruling};
