//! What came back.

use axum::{
    body::to_bytes,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::Response,
};

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub async fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Self {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// Of a stream that has no end.
    pub fn head(response: Response) -> Self {
        let (parts, _) = response.into_parts();
        Self {
            status: parts.status,
            headers: parts.headers,
            body: String::new(),
        }
    }

    pub fn header(&self, name: HeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Where it sends the browser.
    pub fn location(&self) -> &str {
        self.header(header::LOCATION)
    }

    /// The session cookie that it sets, as the browser sends it back.
    pub fn session(&self) -> Option<String> {
        let lines = self.headers.get_all(header::SET_COOKIE).into_iter();
        let pairs = lines.filter_map(|line| line.to_str().unwrap().split(';').next());
        let mut session =
            pairs.filter(|pair| pair.starts_with("baton=") || pair.starts_with("__Host-baton="));
        session.next().map(str::to_owned)
    }
}
