//! Server functions, thin: context → service → typed answer.

pub mod error;
pub mod looks;
pub mod session;
pub mod viewer;
