//! Server functions, thin: context → service → typed answer.

pub mod board;
pub mod brands;
pub mod closing;
pub mod comments;
pub mod desks;
pub mod engagements;
pub mod error;
pub mod feed;
#[cfg(feature = "ssr")]
mod form;
pub mod handoffs;
pub mod jobs;
#[cfg(feature = "ssr")]
mod local_time;
pub mod looks;
pub mod numbers;
pub mod packages;
pub mod plan;
pub mod portal;
pub mod quality;
pub mod request_forms;
pub mod search;
pub mod session;
pub mod team;
pub mod viewer;
pub mod views;
