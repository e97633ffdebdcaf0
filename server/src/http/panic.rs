//! A bug in one request is that request's alone: it is logged and answered with a page that says so.

use super::{plain, request_id::RequestId};
use axum::{extract::Request, http::StatusCode, middleware::Next, response::Response};
use futures::FutureExt as _;
use std::panic::AssertUnwindSafe;

/// Answers 500 with the request's id where the handler panics.
pub async fn catch_panic(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().copied();
    // Nothing of the request is looked at again after a panic.
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_) => fault(id),
    }
}

fn fault(id: Option<RequestId>) -> Response {
    let id = id.map(|id| id.to_string()).unwrap_or_default();
    tracing::error!(%id, "a request panicked");
    let said = format!(
        "Something went wrong on our side, and nothing was changed by it. \
         Try again; if it happens twice, tell your administrator this number: {id}."
    );
    plain::page(
        StatusCode::INTERNAL_SERVER_ERROR,
        "That did not work",
        &said,
    )
}
