//! What a handoff, a job, a clock and an outcome is, and what may happen to it.
//!
//! Pure: no IO, no system clock, no randomness. The same functions run on the server and, as
//! WebAssembly, in the browser, so that both give the same answer and the same refusal.

pub mod board;
pub mod brand;
pub mod calendar;
pub mod clock;
pub mod closing;
pub mod comment;
pub mod dashboard;
pub mod desk;
pub mod engagement;
pub mod facts;
pub mod feed;
pub mod file;
pub mod handoff;
pub mod ids;
pub mod job;
pub mod metrics;
pub mod money;
pub mod named;
pub mod package;
pub mod password;
pub mod people;
pub mod plan;
pub mod policy;
pub mod quality;
pub mod search;
pub mod team;
pub mod text;
pub mod time;
pub mod view;
