//! Many pages at once, as on a Monday morning.

use crate::support::{Baton, Who};
use axum::http::StatusCode;
use std::sync::Arc;

/// What a page leaves behind on one thread must not be missed on another.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_one_of_many_pages_at_once_is_answered_whole() {
    let baton = Arc::new(Baton::start().await);
    let paths = [
        "/dashboard?open=on_time_delivery",
        "/board",
        "/plan",
        "/team",
    ];
    baton.get(Who::Executive, "/dashboard").await;
    for _ in 0..40 {
        let asked = paths.map(|path| {
            let baton = baton.clone();
            tokio::spawn(async move { (path, baton.get(Who::Executive, path).await) })
        });
        for answer in asked {
            let (path, page) = answer.await.unwrap();
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let title = page.body.split_once("<title>").unwrap().1;
            let title = title.split_once(" ").unwrap().0;
            assert!(
                path.starts_with(&format!("/{}", title.to_lowercase())),
                "{path}: {title}"
            );
        }
    }
}
