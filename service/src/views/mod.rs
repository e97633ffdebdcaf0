//! Views that people keep: each its owner's alone; to share one, its address is sent.

mod change;
mod list;

pub use change::{delete, rename, save};
pub use list::list;
