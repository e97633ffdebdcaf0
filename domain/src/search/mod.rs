//! Finding things by what they are called.

mod hit;
mod rank;

pub use hit::{DEEDS, Hit, HitKind, LONGEST_SEARCH, MOST_OF_A_KIND, Standing, actions, best};
pub use rank::{Rank, folded, rank};
