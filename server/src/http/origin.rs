//! Whether a request that changes something comes from our own pages. Server functions have no protection of their
//! own, so it stands before everything.

use super::{error, state::Web};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

const SAID: &str = "This request did not come from a page of Baton, so it was not carried out. \
                    Reload the page and try again.";

/// Lets an unsafe request pass only where the browser vouches that a page of this very site sent it:
/// `Sec-Fetch-Site: same-origin`, or an `Origin` that is ours. Other clients must send such an `Origin`.
pub async fn check_origin(State(web): State<Web>, request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe || comes_from_us(request.headers(), web.config().public_origin.as_deref()) {
        return next.run(request).await;
    }
    tracing::warn!("refused: not from our own pages");
    error::refuse(StatusCode::FORBIDDEN, SAID, request.headers())
}

fn comes_from_us(headers: &HeaderMap, public_origin: Option<&str>) -> bool {
    match (text(headers, SEC_FETCH_SITE), text(headers, header::ORIGIN)) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => match public_origin {
            Some(ours) => origin == ours,
            None => is_host(origin, text(headers, header::HOST)),
        },
        (None, None) => false,
    }
}

/// Whether the origin is the host that was asked, by whichever scheme.
fn is_host(origin: &str, host: Option<&str>) -> bool {
    let named = origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"));
    named.is_some() && named == host
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers
        .get(name)
        .map(|value| value.to_str().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (
                HeaderName::from_static(name),
                axum::http::HeaderValue::from_static(value),
            )
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn only_our_own_pages_pass() {
        let host = ("host", "baton.example:3000");
        for (sent, passes) in [
            (vec![host], false),
            (vec![host, ("sec-fetch-site", "same-origin")], true),
            (vec![host, ("sec-fetch-site", "same-site")], false),
            (vec![host, ("sec-fetch-site", "none")], false),
            (
                vec![
                    host,
                    ("sec-fetch-site", "cross-site"),
                    ("origin", "http://baton.example:3000"),
                ],
                false,
            ),
            (vec![host, ("origin", "http://baton.example:3000")], true),
            (vec![host, ("origin", "https://baton.example:3000")], true),
            (vec![host, ("origin", "http://baton.example")], false),
            (vec![host, ("origin", "http://evil.example")], false),
            (vec![host, ("origin", "null")], false),
            (vec![("origin", "null")], false),
            (vec![("origin", "")], false),
        ] {
            assert_eq!(comes_from_us(&headers(&sent), None), passes, "{sent:?}");
        }
    }

    #[test]
    fn a_public_origin_is_the_only_one() {
        let ours = Some("https://baton.example");
        let host = ("host", "10.0.0.7:3000");
        assert!(comes_from_us(
            &headers(&[host, ("origin", "https://baton.example")]),
            ours
        ));
        assert!(!comes_from_us(
            &headers(&[host, ("origin", "http://10.0.0.7:3000")]),
            ours
        ));
        assert!(!comes_from_us(
            &headers(&[host, ("origin", "http://baton.example")]),
            ours
        ));
    }
}
