//! Engagements: signed, listed, closed.

mod announce;
mod choices;
mod closing;
mod correct_signature;
mod end_early;
mod endings;
mod list;
mod page;
mod sign;
mod stages;
mod take_back_ending;

pub use choices::choices;
pub use closing::{open_due_closings, start_closing};
pub use correct_signature::correct_signature;
pub use end_early::end_early;
pub use list::list;
pub use page::page;
pub use sign::sign;
pub use take_back_ending::take_back_ending;

pub(crate) use announce::announce;
