use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use tower::ServiceExt as _;

use super::*;

/// A small site: a hashed script in three encodings, and a plain style sheet.
#[derive(rust_embed::RustEmbed)]
#[folder = "tests/site"]
struct SmallSite;

const SCRIPT: &str = "pkg/baton.0123456789abcdef.js";

fn asking(name: header::HeaderName, value: &str) -> HeaderMap {
    HeaderMap::from_iter([(name, value.parse().unwrap())])
}

fn fetch(path: &str, accepted: &str) -> Response {
    asset::answer::<SmallSite>(path, &asking(header::ACCEPT_ENCODING, accepted))
}

fn text_of(response: &Response, name: header::HeaderName) -> Option<&str> {
    response
        .headers()
        .get(name)
        .map(|value| value.to_str().unwrap())
}

async fn body_of(response: Response) -> String {
    let bytes = to_bytes(response.into_body(), 1024).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap().trim().to_owned()
}

#[tokio::test]
async fn the_smallest_accepted_encoding_is_sent() {
    for (accepted, encoding, body) in [
        ("gzip, deflate, br", Some("br"), "as brotli"),
        ("gzip", Some("gzip"), "as gzip"),
        ("br;q=0, gzip;q=0.5", Some("gzip"), "as gzip"),
        ("identity", None, "as it is"),
        ("", None, "as it is"),
    ] {
        let response = fetch(SCRIPT, accepted);
        assert_eq!(
            text_of(&response, header::CONTENT_ENCODING),
            encoding,
            "{accepted}"
        );
        assert_eq!(text_of(&response, header::VARY), Some("accept-encoding"));
        assert_eq!(
            text_of(&response, header::CONTENT_TYPE),
            Some("text/javascript")
        );
        assert_eq!(body_of(response).await, body, "{accepted}");
    }
}

#[tokio::test]
async fn a_file_without_encodings_is_sent_as_it_is() {
    let response = fetch("pkg/plain.css", "br");
    assert_eq!(text_of(&response, header::CONTENT_ENCODING), None);
    assert_eq!(text_of(&response, header::CONTENT_TYPE), Some("text/css"));
    assert_eq!(body_of(response).await, "body {}");
}

#[test]
fn only_a_name_with_its_hash_is_kept_forever() {
    let hashed = fetch(SCRIPT, "br");
    assert_eq!(
        text_of(&hashed, header::CACHE_CONTROL),
        Some("public, max-age=31536000, immutable")
    );
    let in_hashed_folder = fetch("pkg/0123456789abcdef/portal.wasm", "br");
    assert_eq!(
        text_of(&in_hashed_folder, header::CACHE_CONTROL),
        Some("public, max-age=31536000, immutable")
    );
    let plain = fetch("pkg/plain.css", "br");
    assert_eq!(text_of(&plain, header::CACHE_CONTROL), Some("no-cache"));
}

#[tokio::test]
async fn a_browser_that_has_the_bytes_gets_none() {
    let first = fetch(SCRIPT, "br");
    let etag = text_of(&first, header::ETAG).unwrap().to_owned();
    let mut headers = asking(header::ACCEPT_ENCODING, "br");
    headers.insert(header::IF_NONE_MATCH, etag.parse().unwrap());
    let second = asset::answer::<SmallSite>(SCRIPT, &headers);
    assert_eq!(second.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(body_of(second).await, "");

    headers.insert(header::ACCEPT_ENCODING, "gzip".parse().unwrap());
    let other_encoding = asset::answer::<SmallSite>(SCRIPT, &headers);
    assert_eq!(other_encoding.status(), StatusCode::OK);
}

#[test]
fn the_manifest_names_what_was_built() {
    let manifest = Manifest::of::<SmallSite>();
    assert_eq!(manifest.js, "baton.0123456789abcdef.js");
    assert_eq!(manifest.font, "inter.0123456789abcdef.woff2");
    assert_eq!(manifest.parts["portal"], ["0123456789abcdef/portal.wasm"]);
}

#[tokio::test]
async fn the_routes_answer() {
    for (path, status) in [
        ("/pkg/nothing.js", StatusCode::NOT_FOUND),
        ("/pkg/../manifest.json", StatusCode::NOT_FOUND),
        ("/favicon.svg", StatusCode::OK),
        ("/favicon.ico", StatusCode::PERMANENT_REDIRECT),
    ] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = routes::<()>().oneshot(request).await.unwrap();
        assert_eq!(response.status(), status, "{path}");
    }
}
