//! The plan of a year: WhyGOs, their outcomes and targets, and how the year keeps pace with them.

mod document;
mod fraction;
mod pace;
mod section;
mod sheet;
mod target;

pub use document::{Cadence, Dependency, Direction, Outcome, Plan, SignOff, WhyGo};
pub use fraction::Fraction;
pub use pace::{Expected, Mark, Pace, pace};
pub use section::{Block, Section};
pub use sheet::{OutcomeCell, OutcomeRow, PlanSheet, sheet};
pub use target::{Goal, NotATarget, Target, TargetUnit};
