//! The client's screens.

mod home;
mod job;
mod new;
mod steps;

pub use home::PortalHome;
pub use job::PortalJob;
pub use new::NewRequest;
