//! What the packages of H1 and H2 contain: saved section by section, begun from a template, shown, and answered.

mod answer;
mod begin;
mod bookings;
mod brand;
mod bring_in;
mod edits;
mod fill_usual;
mod margin_target;
mod page;
mod people;
mod save_section;
mod settle;
mod store;

pub use answer::answer_roles;
pub use bring_in::bring_in_brand;
pub use edits::take_back_section;
pub use fill_usual::fill_usual;
pub use save_section::save_section;

pub(crate) use answer::answered;
pub(crate) use begin::begin;
pub(crate) use brand::note_origin;
pub(crate) use edits::written_sections;
pub(crate) use page::{of_engagement, page};
pub(crate) use settle::settle_written;
pub(crate) use store::{write as write_content, write_answers};
