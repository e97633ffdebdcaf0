//! Server functions, thin: context → service → typed answer.

pub mod error;
pub mod jobs;
pub mod looks;
pub mod portal;
pub mod session;
pub mod viewer;
