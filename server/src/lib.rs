//! The binary `baton` as a library, so that tests can drive its router without sockets.

pub mod cli;
pub mod http;
pub mod log;
pub mod settings;
pub mod site;
