//! When the agency is open, and how clocks run on that.

mod hold;
mod opening;
mod running;
mod sla;
mod why;

pub use hold::Hold;
pub use opening::{Calendar, Frame, NotOpening, Opening};
pub use running::Due;
pub(crate) use running::at_risk_share;
pub use sla::{NotAnSla, Sla};
pub use why::{Closure, Step, StepKind};
