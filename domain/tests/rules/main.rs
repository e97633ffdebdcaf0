//! The rules, as tables and as properties.

mod brand;
mod clock_properties;
mod clocks;
mod comment;
mod desk;
mod due;
mod feed;
mod given;
mod handoff;
mod holds;
mod job;
mod package;
mod policy;
mod portal;
mod quality;
mod request_form;
mod search;
mod settlement;
mod stage;
mod text;
mod undo;
mod why;
