//! For whoever watches over the process.

use super::state::Web;
use axum::{extract::State, http::StatusCode};

/// The process answers.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// The process can do its work: its database answers.
pub async fn ready(State(web): State<Web>) -> (StatusCode, &'static str) {
    match web.service().ready().await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        ),
    }
}
