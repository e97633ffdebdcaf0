//! The live feed, as a browser reads it.

use super::Baton;
use axum::{
    body::{Body, BodyDataStream},
    http::{Request, header},
};
use futures::StreamExt as _;
use std::time::Duration;

/// The events of one subscriber.
pub struct Feed {
    bytes: BodyDataStream,
    unread: String,
}

impl Feed {
    /// Opens the feed in a session, after the change of that number.
    pub async fn open(baton: &Baton, session: &str, after: Option<i64>) -> Self {
        let mut request = Request::get("/live").header(header::COOKIE, session);
        if let Some(after) = after {
            request = request.header("last-event-id", after);
        }
        let response = baton.stream(request.body(Body::empty()).unwrap()).await;
        assert_eq!(
            response.headers()[header::CONTENT_TYPE],
            "text/event-stream"
        );
        Self {
            bytes: response.into_body().into_data_stream(),
            unread: String::new(),
        }
    }

    /// The next event; none when the stream ends.
    pub async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.unread.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.unread = rest;
                if !event.starts_with(':') {
                    return Some(event);
                }
                continue;
            }
            let bytes = self.bytes.next().await?.unwrap();
            self.unread.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    }

    /// The next event, which must come at once.
    pub async fn soon(&mut self) -> Option<String> {
        tokio::time::timeout(Duration::from_secs(3), self.next())
            .await
            .expect("nothing came within 3 s")
    }

    /// Whether nothing comes for a while.
    pub async fn is_silent(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(300), self.next())
            .await
            .is_err()
    }
}

/// The number of an event.
pub fn number(event: &str) -> i64 {
    field(event, "id: ").parse().unwrap()
}

/// What an event carries.
pub fn data(event: &str) -> &str {
    field(event, "data: ")
}

fn field<'e>(event: &'e str, name: &str) -> &'e str {
    event
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .unwrap()
}
