//! Server functions. Only POST reaches them: nothing can be changed by following a link.

use super::{context, error, state::Web};
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};

/// The longest body of a server function, in bytes.
const MOST_BYTES: usize = 1 << 20;

const TOO_LONG: &str =
    "That is more text than Baton takes at once. Shorten it, or send it as a file.";

/// Runs the server function of the request's address.
pub async fn run(State(web): State<Web>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MOST_BYTES).await else {
        return error::refuse(StatusCode::PAYLOAD_TOO_LARGE, TOO_LONG, &parts.headers);
    };
    let request = Request::from_parts(parts, Body::from(body));
    let provide = context::of_request(&web, &request);
    leptos_axum::handle_server_fns_with_context(provide, request)
        .await
        .into_response()
}
