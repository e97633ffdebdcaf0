//! What a use case refused, as an answer of the web: for scripts the same JSON as a server function's, for people a page.

use super::plain;
use app::api::error::ApiError;
use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};

/// Answers with the error's sentence and the status that says most nearly what happened.
pub fn answer(error: impl Into<ApiError>, headers: &HeaderMap) -> Response {
    let error = error.into();
    with_status(error.status(), &error, headers)
}

/// Answers with a sentence and a status of its own.
pub fn refuse(status: StatusCode, said: &str, headers: &HeaderMap) -> Response {
    with_status(status, &ApiError::Refused(said.to_owned()), headers)
}

/// Answers with an error and a status of its own.
pub fn with_status(status: StatusCode, error: &ApiError, headers: &HeaderMap) -> Response {
    if wants_page(headers) {
        return plain::page(status, "That did not work", &error.to_string());
    }
    (status, Json(error)).into_response()
}

/// Whether the one who asks is a person's browser, going to a page or sending a form.
pub fn wants_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).map(HeaderValue::to_str);
    matches!(accept, Some(Ok(accept)) if accept.contains("text/html"))
}
