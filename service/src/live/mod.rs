//! The change log: written with every change, read by the live feed.

mod hub;
mod log;
mod since;

pub use hub::Hub;
pub use log::{Change, append};
pub use since::{latest, since};
