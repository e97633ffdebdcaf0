//! A handoff: work passing from one department to another, gated on what it must contain.

mod event;
mod kind;

pub use event::{HandoffEvent, HandoffEventKind, Stage};
pub use kind::{HandoffKind, Item};
