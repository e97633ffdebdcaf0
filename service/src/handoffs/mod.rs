//! The four handoffs: the board, a handoff's own page, and what can be done to one.

mod accepted;
mod answer_availability;
mod board;
mod cards;
mod compliance;
mod conflict;
mod edits;
mod effects;
mod fill_item;
mod history;
mod limits;
mod move_handoff;
mod move_together;
mod needed_on;
mod open;
mod page;
mod position;
mod refresh;
pub(crate) mod save;
mod undo;
mod undo_edit;
mod undone;
mod work;

pub use accepted::{PAGE, accepted, count_accepted};
pub use answer_availability::answer_availability;
pub use board::board;
pub use compliance::compliance;
pub use fill_item::fill_item;
pub use limits::{limits, set_limit};
pub use move_handoff::move_handoff;
pub use move_together::move_together;
pub use needed_on::set_needed_on;
pub use page::page;
pub use position::after as position_after;
pub use undo::take_back;
pub use undo_edit::take_back_item;

pub(crate) use cards::{Which, cards};
pub(crate) use conflict::or_present;
pub(crate) use edits::{Text, change_of, row_of, text_of};
pub(crate) use open::{Opening, open};
pub(crate) use refresh::{refresh_of_job, tell_of_others};
pub(crate) use save::{announce, put_row, save, write_item};
pub(crate) use undone::withdraw;
pub(crate) use work::Work;
