//! Moving a handoff, from the board or from its own page: what is asked, and the dialog that asks it.

mod asking;
mod dialog;
#[cfg(test)]
mod tests;
mod undo;
mod verdict;

pub use asking::{Asking, Draft};
pub use dialog::{MoveDialog, sentence_case};
pub use undo::{UndoDialog, Undoing};
pub use verdict::{AVAILABILITY, Ask, Verdict, title, to_the_answer, verb, verdict};
