//! The web side: routes, and what stands before them.

mod context;
mod error;
mod facts;
mod files;
mod functions;
mod headers;
mod health;
mod live;
mod origin;
mod pages;
mod panic;
mod plain;
mod request_id;
mod routes;
mod session;
mod state;
mod typed;

pub use files::MOST_FILE_BYTES;
pub use pages::paths as page_paths;
pub use routes::{ROUTES, Route};
pub use state::{Config, Web};

use crate::site;
use axum::{
    Router,
    http::{Extensions, HeaderMap, StatusCode, Version, header},
    middleware::{from_fn, from_fn_with_state},
};
use tower::ServiceBuilder;
use tower_http::{
    CompressionLevel,
    compression::{CompressionLayer, DefaultPredicate, Predicate},
};

/// Of brotli and gzip: a page of the board in a few milliseconds.
const QUALITY: i32 = 4;

/// Everything that answers; needs no socket, so tests drive it as it is.
pub fn router(web: Web) -> Router {
    let everywhere = ServiceBuilder::new()
        .layer(from_fn_with_state(
            web.clone(),
            request_id::identify_request,
        ))
        .layer(from_fn_with_state(web.clone(), headers::secure_headers))
        .layer(from_fn(panic::catch_panic));
    let for_people = ServiceBuilder::new()
        .layer(from_fn_with_state(web.clone(), origin::check_origin))
        .layer(compression())
        .layer(from_fn_with_state(web.clone(), session::note_source))
        .layer(session::layer(&web))
        .layer(from_fn_with_state(web.clone(), session::identify));
    routes::add(Router::new(), page_paths())
        .fallback(pages::render)
        .layer(for_people)
        .merge(site::routes())
        .layer(everywhere)
        .with_state(web)
}

/// Of what can be asked for in parts, a file's bytes, every byte keeps its place.
fn compression() -> CompressionLayer<impl Predicate> {
    let whole = |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| {
        !headers.contains_key(header::ACCEPT_RANGES)
    };
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(QUALITY))
        .compress_when(DefaultPredicate::new().and(whole))
}
