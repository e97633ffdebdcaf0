//! A handoff: work passing from one department to another, gated on what it must contain.

mod due;
mod effect;
mod event;
pub mod gate;
mod kind;
mod late;
mod off_board;
pub mod prepare;
mod progress;
mod refused;
mod settlement;
pub mod undo;

pub use due::{
    AVAILABILITY_HOURS, CLOSING_DAYS, DueInputs, POD_REQUEST_LEAD_DAYS, SOW_PACKAGE_HOURS,
    answer_clock, clock, due_at,
};
pub use effect::{Effect, effects, job_effects};
pub use event::{HandoffEvent, HandoffEventKind, Stage};
pub use kind::{HandoffKind, Item, NotAKind};
pub use late::{AT_ONCE, NotThen, check_happened};
pub use off_board::{OffBoard, check_on_board};
pub use progress::{Progress, event_between};
pub use refused::RefusedMove;
pub use settlement::{
    Settlement, acceptance, availability_answered_at, first_pass, first_submission, first_verdict,
    opened_at, returns, settlement,
};
