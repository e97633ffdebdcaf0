//! Jobs: what clients ask for, and what becomes of it.

mod answers;
mod cards;
mod choices;
mod conflict;
mod list;
mod message;
mod move_job;
mod page;
mod portal;
mod promise;
mod record;
mod request_form;
mod submit;
mod timeline;
mod undo;
mod work;

pub use choices::choices;
pub use list::{PAGE, list};
pub use message::{answer, ask};
pub use move_job::move_job;
pub use page::page;
pub use portal::{portal_home, portal_job};
pub use promise::promises;
pub use request_form::save_request_form;
pub use submit::{Sent, SubmitJob, submit};
pub use undo::take_back;

pub(crate) use message::told;
pub(crate) use record::{record_at, take_back as take_last_back};
pub(crate) use request_form::{forms_of_engagement, write as write_request_form};
pub(crate) use work::Work;
