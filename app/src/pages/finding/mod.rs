//! Finding and doing from anywhere: the palette, the search page that works without scripts, the list of shortcuts.

mod hits;
mod palette;
mod search;
mod shortcuts;

pub use palette::Palette;
pub use search::Search;
pub use shortcuts::Shortcuts;
