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
    let mut headers = describing(file);
    let tag = tag(file);
    if said(request, header::IF_NONE_MATCH).is_some_and(|known| names(known, &tag)) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    // A part of something else would not fit to what the asker has.
    let fits = said(request, header::IF_RANGE).is_none_or(|known| known == tag);
    let range = said(request, header::RANGE).filter(|_| fits);
    let (status, part) = match asked(range, file.size) {
        Asked::All => (StatusCode::OK, None),
        Asked::Part(part) => (StatusCode::PARTIAL_CONTENT, Some(part)),
        Asked::Beyond => return Ok(beyond(file.size)),
    };
    let length = part
        .as_ref()
        .map_or(file.size, |part| part.end - part.start);
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

fn said(request: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    request.get(name)?.to_str().ok()
}

/// A file never changes: its id is its tag.
fn tag(file: &StoredFile) -> String {
    format!("\"{}\"", file.id)
}

/// Whether an `If-None-Match` names the tag.
fn names(known: &str, tag: &str) -> bool {
    let mut tags = known.split(',').map(|known| known.trim());
    tags.any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

fn describing(file: &StoredFile) -> HeaderMap {
    let handing = handing(&file.found);
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(handing.kind));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(handing.policy),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::CONTENT_DISPOSITION,
        disposition(&file.name, handing.inline),
    );
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    insert(&mut headers, header::ETAG, &tag(file));
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
