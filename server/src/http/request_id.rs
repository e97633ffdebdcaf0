//! Every request has an id: in the log, in the answer's header and on the page of a fault, so that a report finds its lines.

use super::state::Web;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use std::fmt;
use tracing::Instrument as _;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request: 16 hexadecimal digits.
#[derive(Clone, Copy, Debug)]
pub struct RequestId(u64);

impl RequestId {
    fn draw() -> Self {
        Self(rand::random())
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Gives the request its id, and logs how it was answered. Of the address only the path is logged: a query may hold
/// what somebody typed.
pub async fn identify_request(
    State(web): State<Web>,
    mut request: Request,
    next: Next,
) -> Response {
    let id = RequestId::draw();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let span = tracing::info_span!("request", %id, %method, path);
    request.extensions_mut().insert(id);
    let began = web.now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let millis = (web.now() - began).num_milliseconds();
    span.in_scope(|| tracing::debug!(status = response.status().as_u16(), millis, "answered"));
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(HEADER, value);
    }
    response
}
