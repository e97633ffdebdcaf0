//! The live feed.

use crate::support::{Baton, Feed, Who, number};
use std::time::Duration;

async fn open(baton: &Baton, who: Who, after: Option<i64>) -> Feed {
    Feed::open(baton, &baton.cookie(who).await, after).await
}

#[tokio::test]
async fn a_change_reaches_its_client_and_the_agency_but_no_other_client() {
    let baton = Baton::start().await;
    let mut nora = open(&baton, Who::Nora, None).await;
    let mut sam = open(&baton, Who::Sam, None).await;
    let mut producer = open(&baton, Who::Producer, None).await;
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
    let mut first = open(&baton, Who::Nora, None).await;
    assert!(first.is_silent().await);
    baton.request_a_job(Who::Nora, "north-cuts").await;
    let seen = number(&first.soon().await.unwrap());
    drop(first);
    for _ in 0..3 {
        baton.request_a_job(Who::Nora, "north-cuts").await;
    }
    let mut second = open(&baton, Who::Nora, Some(seen)).await;
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
    let mut feed = open(&baton, Who::Nora, Some(1_000_000)).await;
    assert!(feed.soon().await.unwrap().contains("event: resync"));
}

#[tokio::test]
async fn a_stream_ends_with_its_session() {
    let baton = Baton::start().await;
    let mut feed = open(&baton, Who::Producer, None).await;
    assert!(feed.is_silent().await);
    baton.call(Who::Producer, "sign_out", "").await;
    let ended = tokio::time::timeout(Duration::from_secs(1), feed.next()).await;
    assert_eq!(
        ended,
        Ok(None),
        "the stream outlived its session by a second"
    );
}
