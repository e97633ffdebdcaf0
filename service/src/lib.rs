//! What the product can do, one function a use case: authorise → load → decide (`domain`) → save in
//! one transaction with its change → announce. The only way to change anything.

pub mod access;
pub mod brands;
mod clock;
pub mod closing;
pub mod comments;
pub mod db;
pub mod demo;
pub mod derive;
pub mod desks;
mod edits;
pub mod engagements;
mod error;
pub mod export;
pub mod facts;
pub mod feed;
pub mod files;
pub mod handoffs;
pub mod import;
pub mod jobs;
pub mod live;
pub mod numbers;
pub mod packages;
pub mod plan;
pub mod quality;
mod random;
pub mod search;
mod service;
pub mod views;

pub use clock::{Clock, FixedClock};
pub use db::OpenError;
pub use error::{Error, Result};
pub use random::Random;
pub use service::Service;
