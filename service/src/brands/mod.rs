//! Brand pages: what is known of a client's brand.

mod files;
mod page;
mod stored;
mod write;

pub use files::take_off;
pub use page::brand_page;
pub use write::write_brand;

pub(crate) use files::{added, may_add};
pub(crate) use stored::{at, of, read, written};
