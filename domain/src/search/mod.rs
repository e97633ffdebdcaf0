//! Finding things by what they are called.

mod rank;

pub use rank::{Rank, folded, rank};
