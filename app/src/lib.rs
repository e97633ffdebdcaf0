//! What people see, and the server functions behind it.
//!
//! `pages` are the screens, `frame` is what stands around them, `ui` are the parts they are made of, `api` are
//! the server functions. The server renders a page first; the browser hydrates it and makes it live.

#![recursion_limit = "256"]

mod address;
pub mod api;
pub mod boot;
pub mod charts;
#[cfg(feature = "ssr")]
pub mod context;
pub mod frame;
#[cfg(feature = "ssr")]
mod hex;
pub mod json;
pub mod live;
pub mod pages;
mod parts;
mod routes;
pub mod shell;
pub mod typed;
pub mod ui;
pub mod upload;

pub use routes::App;
