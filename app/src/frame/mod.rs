//! What stands around the pages: the agency's rail, the client's bar, the header of a page.

mod agency;
mod brand;
mod guard;
mod looks_form;
mod page;
mod portal;
mod rail;
mod user_menu;

pub use brand::{Mark, Wordmark};
pub use guard::{AgencyFrame, Home, OwnFrame, PortalFrame, guarded};
pub use looks_form::LooksForm;
pub use page::{Filters, Page};
