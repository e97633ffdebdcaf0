//! A job: one request of a client against a workflow.

mod state;

pub use state::{JobEvent, JobEventKind, JobState};
