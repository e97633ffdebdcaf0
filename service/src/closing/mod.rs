//! Closing reports (H4) and Sales' loop after them.

mod case_study;
mod edits;
mod follow_up;
mod open;
mod report;
mod stored;
mod visuals;
mod write;

pub use case_study::{CaseStudy, case_study};
pub use edits::take_back_report;
pub use follow_up::write_follow_up;
pub use open::open_follow_ups;
pub use report::report;
pub use write::write_report;

pub(crate) use edits::written_reports;
pub(crate) use open::{OpenLoop, open_loops, open_of_engagement};
