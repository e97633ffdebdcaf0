//! What stands around the pages: the agency's rail, the client's bar, the header of a page.

mod agency;
mod bell;
mod brand;
mod guard;
mod looks_form;
mod overlays;
mod page;
mod portal;
mod rail;
mod shortcuts;
mod unknown_filters;
mod user_menu;

pub use bell::use_unread;
pub use brand::{Mark, Wordmark};
pub use guard::{AgencyFrame, Home, OwnFrame, PortalFrame, framed_for, guarded};
pub use looks_form::{LooksForm, show_looks, shown_looks};
pub use overlays::{Overlay, use_overlay};
pub use page::{Filters, Page};
pub use shortcuts::{ATTRIBUTE as SHORTCUTS_ATTRIBUTE, FEED, letter};
pub use unknown_filters::{Known, UnknownFilters, ids};
