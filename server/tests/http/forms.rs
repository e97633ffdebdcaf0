//! What changes something comes from our own pages, by POST, and is not endless.

use crate::support::{Baton, HOST, Who, path_of};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use leptos::server_fn::axum::server_fn_paths;
use server::http::ROUTES;

#[tokio::test]
async fn nothing_changes_for_a_foreign_page() {
    let baton = Baton::start().await;
    let posts = ROUTES
        .iter()
        .filter(|route| route.method == "POST")
        .map(|route| route.path.replace("{id}", "1"));
    let functions = server_fn_paths().map(|(path, _)| path.to_owned());
    for path in posts.chain(functions) {
        for (name, value) in [
            ("origin", "https://evil.example"),
            ("origin", "null"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("x-nothing", "said"),
        ] {
            let request = Request::post(&path)
                .header(name, value)
                .body(Body::empty())
                .unwrap();
            let answer = baton.send(baton.by(Who::Producer, request).await).await;
            assert_eq!(
                answer.status,
                StatusCode::FORBIDDEN,
                "{path} with {name}: {value}"
            );
            assert!(
                answer.body.contains("did not come from a page of Baton"),
                "{}",
                answer.body
            );
        }
    }
}

#[tokio::test]
async fn server_functions_are_reached_by_post_alone() {
    let baton = Baton::start().await;
    for (path, method) in server_fn_paths() {
        assert_eq!(method, Method::POST, "{path} could be called by a link");
        let answer = baton.get(Who::Producer, &format!("{path}?id=1")).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

#[tokio::test]
async fn a_server_function_takes_a_megabyte_and_no_more() {
    let baton = Baton::start().await;
    let request = Request::post(path_of("sign_in"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .body(Body::from("x".repeat((1 << 20) + 1)))
        .unwrap();
    assert_eq!(
        baton.send(request).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

/// It says so, and is no fault of the server's.
#[tokio::test]
async fn what_cannot_be_read_is_the_senders_fault() {
    let baton = Baton::start().await;
    let answer = baton
        .call(Who::Producer, "delete_view", "id=the+third")
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("cannot be read"), "{}", answer.body);
}
