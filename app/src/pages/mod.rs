//! The screens, one module a page.

mod account;
pub(crate) mod board;
mod comments;
mod dashboard;
mod engagement;
pub mod engagements;
pub mod handoff;
mod job;
mod jobs;
mod limits;
mod message;
mod mover;
mod not_found;
mod one_job;
mod plan;
pub mod portal;
mod report;
mod sign_in;
mod team;

pub use account::Account;
pub use board::Board;
pub use dashboard::Dashboard;
pub use engagement::Engagement;
pub use engagements::Engagements;
pub use handoff::Handoff;
pub use job::Job;
pub use jobs::Jobs;
pub use limits::Limits;
pub use not_found::NotFound;
pub use plan::Plan;
pub use report::Report;
pub use sign_in::SignIn;
pub use team::Team;
