//! Files of jobs and handoffs: sent with forms, streamed to the store, read by those who may.

mod download;
mod form;
mod media;
mod range;
mod request;
mod upload;

pub use download::download;
pub use form::{MOST_FILE_BYTES, MOST_FORM_BYTES};
pub use request::request_job;
pub use upload::{to_handoff, to_job};
