//! Answering with one file of the site, in the smallest encoding that the browser takes.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

/// What `script/build` writes beside a file, smallest first: the name of the encoding and the file's extension.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// Length of the content hash in a file's name, in hexadecimal digits.
const HASH_DIGITS: usize = 16;

/// The file at `path` of the site; 304 when the browser has it already, 404 when there is none.
pub(super) fn answer<E: RustEmbed>(path: &str, request: &HeaderMap) -> Response {
    // Read from a folder, as in development, the site would follow a way out of it.
    if path.split('/').any(|part| part == "..") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Some((file, encoding)) = smallest::<E>(path, request) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let etag = etag(&file);
    let mut headers = headers(path, encoding);
    if let Ok(value) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, value);
    }
    if has_already(request, &etag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, file.data).into_response()
}

fn smallest<E: RustEmbed>(
    path: &str,
    request: &HeaderMap,
) -> Option<(EmbeddedFile, Option<&'static str>)> {
    ENCODINGS
        .into_iter()
        .filter(|(encoding, _)| accepts(request, encoding))
        .find_map(|(encoding, extension)| {
            let file = E::get(&format!("{path}.{extension}"))?;
            Some((file, Some(encoding)))
        })
        .or_else(|| Some((E::get(path)?, None)))
}

/// Whether `Accept-Encoding` names the encoding, and not with a weight of zero.
fn accepts(request: &HeaderMap, encoding: &str) -> bool {
    values(request, header::ACCEPT_ENCODING).any(|value| {
        let mut parts = value.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        named && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn has_already(request: &HeaderMap, etag: &str) -> bool {
    values(request, header::IF_NONE_MATCH)
        .any(|value| value == "*" || value.trim_start_matches("W/") == etag)
}

/// The comma-separated values of a header, over all its lines.
fn values(request: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    request
        .get_all(name)
        .into_iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
}

fn headers(path: &str, encoding: Option<&'static str>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    if let Ok(kind) = HeaderValue::from_str(kind.as_ref()) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    let caching = if is_hashed(path) { FOREVER } else { ASK_AGAIN };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers
}

/// A name like `inter.0123456789abcdef.woff2`, or one in a folder like `0123456789abcdef`, can never mean other bytes.
fn is_hashed(path: &str) -> bool {
    path.split(['.', '/']).any(|part| {
        part.len() == HASH_DIGITS && part.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// The hash of the bytes as sent, so that each encoding has its own.
fn etag(file: &EmbeddedFile) -> String {
    let digits: String = file.metadata.sha256_hash()[..HASH_DIGITS / 2]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{digits}\"")
}
