//! `GET /facts`: what the numbers are computed from, as far as the viewer may see it, for the browser to compute with.

use super::{error, session::SignedIn, state::Web};
use app::api::error::ApiError;
use axum::{
    Extension,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use domain::metrics::priced;
use service::facts;
use sha2::{Digest as _, Sha256};

/// Answers with the facts as JSON. A browser that has those of the latest change is told so without reading them again.
pub async fn facts_of_viewer(
    State(web): State<Web>,
    who: Option<Extension<SignedIn>>,
    headers: HeaderMap,
) -> Response {
    let Some(Extension(who)) = who else {
        return error::answer(ApiError::SignedOut, &headers);
    };
    match answer(&web, &who, &headers).await {
        Ok(response) => response,
        Err(error) => error::answer(error, &headers),
    }
}

async fn answer(web: &Web, who: &SignedIn, request: &HeaderMap) -> service::Result<Response> {
    let known = facts::current(web.service()).await?;
    let tag = tag(known.seq, who);
    let headers = [
        (
            header::ETAG,
            HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\"")),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ),
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        ),
    ];
    if request
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes())
    {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    // Hours leave the server priced: the browser is to know nobody's rate.
    let visible = priced(facts::visible(known.facts.clone(), &who.actor));
    let json = serde_json::to_vec(&visible).map_err(|_| service::Error::Unavailable)?;
    Ok((headers, Body::from(json)).into_response())
}

/// Another change, viewer or role is another answer. (Compression makes it weak, so it is weak from the start.)
fn tag(seq: i64, who: &SignedIn) -> String {
    let viewer = format!("{:?} {}", who.actor.user, who.actor.role);
    let digest = Sha256::digest(viewer.as_bytes());
    format!(
        "W/\"{seq}-{:02x}{:02x}{:02x}{:02x}\"",
        digest[0], digest[1], digest[2], digest[3]
    )
}
