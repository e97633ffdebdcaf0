//! What the dashboard, the plan and the team are computed from, and the milestones that are declared by hand.

mod milestone;
mod source;

pub use milestone::mark_milestone;
pub use source::{Source, source, team};
