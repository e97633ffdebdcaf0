//! The live feed.

use crate::support::{Baton, Who};
use axum::{
    body::{Body, BodyDataStream},
    http::{Request, header},
};
use futures::StreamExt as _;
use std::time::Duration;

/// The events of one subscriber.
struct Feed(BodyDataStream, String);

impl Feed {
    async fn open(baton: &Baton, who: Who, after: Option<i64>) -> Self {
        let mut request = Request::get("/live").header(header::COOKIE, baton.cookie(who).await);
        if let Some(after) = after {
            request = request.header("last-event-id", after);
        }
        let response = baton.stream(request.body(Body::empty()).unwrap()).await;
        assert_eq!(
            response.headers()[header::CONTENT_TYPE],
            "text/event-stream"
        );
        Self(response.into_body().into_data_stream(), String::new())
    }

    /// The next event; none when the stream ends.
    async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.1.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.1 = rest;
                if !event.starts_with(':') {
                    return Some(event);
                }
                continue;
            }
            let bytes = self.0.next().await?.unwrap();
            self.1.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    }

    async fn soon(&mut self) -> Option<String> {
        tokio::time::timeout(Duration::from_secs(3), self.next())
            .await
            .expect("nothing came within 3 s")
    }

    async fn is_silent(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(300), self.next())
            .await
            .is_err()
    }
}

fn number(event: &str) -> i64 {
    event
        .lines()
        .find_map(|line| line.strip_prefix("id: "))
        .unwrap()
        .parse()
        .unwrap()
}

#[tokio::test]
async fn a_change_reaches_its_client_and_the_agency_but_no_other_client() {
    let baton = Baton::start().await;
    let mut nora = Feed::open(&baton, Who::Nora, None).await;
    let mut sam = Feed::open(&baton, Who::Sam, None).await;
    let mut producer = Feed::open(&baton, Who::Producer, None).await;
    // The first look of each finds nothing.
    assert!(nora.is_silent().await && sam.is_silent().await && producer.is_silent().await);
    baton.request_a_job(Who::Nora, "north-cuts").await;
    assert!(nora.soon().await.unwrap().contains("\"job\""));
    assert!(producer.soon().await.unwrap().contains("\"job\""));
    assert!(sam.is_silent().await);
}

#[tokio::test]
async fn a_reconnect_misses_nothing() {
    let baton = Baton::start().await;
    let mut first = Feed::open(&baton, Who::Nora, None).await;
    assert!(first.is_silent().await);
    baton.request_a_job(Who::Nora, "north-cuts").await;
    let seen = number(&first.soon().await.unwrap());
    drop(first);
    for _ in 0..3 {
        baton.request_a_job(Who::Nora, "north-cuts").await;
    }
    let mut second = Feed::open(&baton, Who::Nora, Some(seen)).await;
    let mut last = seen;
    for _ in 0..3 {
        let next = number(&second.soon().await.unwrap());
        assert!(next > last);
        last = next;
    }
    assert!(second.is_silent().await);
}

#[tokio::test]
async fn who_asks_for_what_cannot_be_is_told_to_load_anew() {
    let baton = Baton::start().await;
    let mut feed = Feed::open(&baton, Who::Nora, Some(1_000_000)).await;
    assert!(feed.soon().await.unwrap().contains("event: resync"));
}

#[tokio::test]
async fn a_stream_ends_with_its_session() {
    let baton = Baton::start().await;
    let mut feed = Feed::open(&baton, Who::Producer, None).await;
    assert!(feed.is_silent().await);
    baton.call(Who::Producer, "sign_out", "").await;
    let ended = tokio::time::timeout(Duration::from_secs(1), feed.next()).await;
    assert_eq!(
        ended,
        Ok(None),
        "the stream outlived its session by a second"
    );
}
