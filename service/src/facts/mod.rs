//! The facts that every number is computed from, read in one moment of the database.

mod current;
mod histories;
mod load;
mod settings;
mod visible;

pub use current::{Known, current};
pub use histories::{handoff_events, job_events};
pub use load::load;
pub use settings::{Agency, DEFAULT_CURRENCY};
pub use visible::visible;

pub(crate) use current::Kept;
