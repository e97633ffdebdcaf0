//! `GET /files/{id}`: a file, to those who may see what it belongs to.

use super::{
    media::{disposition, handing},
    range::{Asked, asked},
};
use crate::http::{error, session::SignedIn, state::Web};
use app::api::error::ApiError;
use axum::{
    Extension,
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use service::{
    Error,
    files::{self, StoredFile},
};

/// Sends the file, or the part of it that `Range` asks for.
pub async fn download(
    State(web): State<Web>,
    who: Option<Extension<SignedIn>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(Extension(who)) = who else {
        return error::answer(ApiError::SignedOut, &headers);
    };
    let Ok(id) = id.parse() else {
        return error::answer(Error::NotFound("file"), &headers);
    };
    match files::find(web.service(), &who.actor, id).await {
        Ok(file) => send(&web, &file, &headers)
            .await
            .unwrap_or_else(|error| error::answer(error, &headers)),
        Err(error) => error::answer(error, &headers),
    }
}

async fn send(web: &Web, file: &StoredFile, request: &HeaderMap) -> Result<Response, Error> {
    let range = request
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let (status, part) = match asked(range, file.size) {
        Asked::All => (StatusCode::OK, None),
        Asked::Part(part) => (StatusCode::PARTIAL_CONTENT, Some(part)),
        Asked::Beyond => return Ok(beyond(file.size)),
    };
    let length = part
        .as_ref()
        .map_or(file.size, |part| part.end - part.start);
    let mut headers = describing(file);
    headers.insert(header::CONTENT_LENGTH, length.into());
    if let Some(part) = &part {
        insert(
            &mut headers,
            header::CONTENT_RANGE,
            &format!("bytes {}-{}/{}", part.start, part.end - 1, file.size),
        );
    }
    let bytes = files::read(web.service(), &file.path, part).await?;
    Ok((status, headers, Body::from_stream(bytes)).into_response())
}

fn describing(file: &StoredFile) -> HeaderMap {
    let handing = handing(&file.name);
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(handing.kind));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(handing.policy),
    );
    headers.insert(
        header::CONTENT_DISPOSITION,
        disposition(&file.name, handing.inline),
    );
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // A file never changes, but who may read it does.
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    headers
}

fn beyond(size: u64) -> Response {
    let mut headers = HeaderMap::new();
    insert(
        &mut headers,
        header::CONTENT_RANGE,
        &format!("bytes */{size}"),
    );
    (StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response()
}

fn insert(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
