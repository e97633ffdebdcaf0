//! A job: one request of a client against a workflow.

mod history;
mod progress;
mod state;

pub use history::{clock, dropped_at, first_delivery, holds, holds_before_delivery};
pub use progress::{Progress, RefusedMove};
pub use state::{JobEvent, JobEventKind, JobState};
