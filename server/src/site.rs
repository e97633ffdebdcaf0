//! The site that the binary carries: what `script/build` puts into `target/site`.

mod asset;
mod manifest;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

pub use manifest::Manifest;

/// Release builds carry the files; debug builds read them from the folder, so that a new style sheet needs no new server.
#[derive(rust_embed::RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Site;

const FAVICON: &[u8] = include_bytes!("../../style/favicon.svg");
const ONE_DAY: &str = "public, max-age=86400";

/// The routes of the site's files: `/pkg/…`, `/favicon.svg` and `/favicon.ico`.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/pkg/{*name}", get(pkg))
        .route("/favicon.svg", get(favicon))
        .route(
            "/favicon.ico",
            get(|| async { Redirect::permanent("/favicon.svg") }),
        )
}

/// The names of the files that a page loads.
pub fn manifest() -> Manifest {
    Manifest::of::<Site>()
}

async fn pkg(Path(name): Path<String>, headers: HeaderMap) -> Response {
    asset::answer::<Site>(&format!("pkg/{name}"), &headers)
}

async fn favicon() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, ONE_DAY),
    ];
    (headers, FAVICON)
}

#[cfg(test)]
mod tests;
