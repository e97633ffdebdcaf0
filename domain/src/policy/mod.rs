//! Who may do what: the one policy that the browser and the server both ask.

mod action;
mod actor;
mod next;
mod page;
mod roles;
mod words;

pub use action::{Action, Refusal, check_desk, check_role, may};
pub use actor::{Actor, Scope, scope};
pub use next::local_path;
pub use page::{Page, landing, rail};
