//! Comments of the agency's people on handoffs, jobs and engagements. Clients neither see nor hear of them.

mod change;
mod people;
mod subject;
mod thread;
mod write;

pub use change::{delete, edit};
pub use people::mentionable;
pub use thread::thread;
pub use write::write;

pub(crate) use thread::about;
