//! A job: one request of a client against a workflow.

mod choices;
mod form;
mod history;
mod offer;
mod page;
mod portal;
mod progress;
mod state;
pub mod undo;

pub use choices::JobChoices;
pub use form::{
    BadAnswer, BadForm, Given, JobAnswer, RequestField, RequestFieldKind, RequestForm,
    SaveRequestForm, WorkflowForm,
};
pub use history::{clock, dropped_at, first_delivery, holds, holds_before_delivery};
pub use offer::{ByHandoff, NothingToAsk, check_by_hand, check_question, offered};
pub use page::{
    JobCard, JobFilter, JobHandoff, JobList, JobPage, Message, MoveJob, Promise, TakeBackJob,
    TimelineEntry, WaitingFor,
};
pub use portal::{Need, PortalCard, PortalEntry, PortalEvent, PortalHome, PortalJob, PortalState};
pub use progress::{Progress, RefusedMove};
pub use state::{JobEvent, JobEventKind, JobState};
