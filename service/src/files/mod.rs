//! Files: their bytes in the object store, what they belong to in the database.

mod add;
mod find;
mod keep;
mod listing;
mod look;
mod recognise;
mod sweep;

pub use add::{Owner, add, may_add};
pub use find::{StoredFile, find, read};
pub use keep::{Keeping, Kept, NewFile, begin, forget, take_in};
pub use look::look_at_old;
pub use sweep::sweep;

pub(crate) use add::attach;
pub(crate) use listing::{
    Row, of_brand, of_brand_context, of_engagement, of_handoff, of_job, of_version,
};
