//! When the agency is open, and how clocks run on that.

mod opening;
mod sla;

pub use opening::{Calendar, Frame, NotOpening, Opening};
pub use sla::{NotAnSla, Sla};
