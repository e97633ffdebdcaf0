//! Files of jobs and handoffs: sent with forms, streamed to the store, read by those who may.

mod case_study;
mod download;
mod form;
mod media;
mod range;
mod request;
mod upload;

pub use case_study::case_study;
pub use download::download;
pub use form::{MOST_FILE_BYTES, MOST_FORM_BYTES};
pub use request::request_job;
pub use upload::{to_brand, to_handoff, to_job};
