//! The rules, as tables and as properties.

mod clock_properties;
mod clocks;
mod due;
mod given;
mod handoff;
mod holds;
mod job;
mod package;
mod policy;
mod portal;
mod settlement;
mod stage;
mod text;
mod undo;
mod why;
