//! The client's screens.

mod home;
mod job;
mod new;

pub use home::PortalHome;
pub use job::PortalJob;
pub use new::NewRequest;
