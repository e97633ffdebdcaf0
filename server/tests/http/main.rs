//! The server as a browser meets it, through the real router.

mod access;
mod busy;
mod files;
mod filters;
mod forms;
mod gates;
mod headers;
mod killed;
mod left;
mod live;
mod sessions;
mod sign_in;
mod storm;
mod support;
