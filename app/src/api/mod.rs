//! Server functions, thin: context → service → typed answer.

pub mod session;
pub mod viewer;
