//! Sessions: renewed on signing in, listed, ended.

use crate::support::{Baton, HOST, Who, path_of};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::Value;

async fn ask(
    baton: &Baton,
    cookie: &str,
    function: &str,
    arguments: &str,
) -> crate::support::Answer {
    let request = Request::post(path_of(function))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::COOKIE, cookie)
        .body(Body::from(arguments.to_owned()))
        .unwrap();
    baton.send(request).await
}

async fn may_see(baton: &Baton, cookie: &str) -> StatusCode {
    let request = Request::get("/facts")
        .header(header::COOKIE, cookie)
        .body(Body::empty())
        .unwrap();
    baton.send(request).await.status
}

async fn listed(baton: &Baton, cookie: &str) -> Vec<Value> {
    serde_json::from_str(&ask(baton, cookie, "open_sessions", "").await.body).unwrap()
}

#[tokio::test]
async fn a_session_can_be_ended_from_another_browser() {
    let baton = Baton::start().await;
    let here = baton.cookie(Who::Producer).await;
    let there = baton.new_session(Who::Producer).await;
    let sessions = listed(&baton, &here).await;
    assert_eq!(sessions.len(), 2);
    let other = sessions
        .iter()
        .find(|session| session["is_this"] == false)
        .unwrap();
    let arguments = format!("id={}", other["id"].as_str().unwrap());
    assert_eq!(
        ask(&baton, &here, "revoke_session", &arguments)
            .await
            .status,
        StatusCode::OK
    );
    assert_eq!(may_see(&baton, &there).await, StatusCode::UNAUTHORIZED);
    assert_eq!(may_see(&baton, &here).await, StatusCode::OK);
    assert_eq!(listed(&baton, &here).await.len(), 1);
}

#[tokio::test]
async fn anothers_session_is_not_there() {
    let baton = Baton::start().await;
    let mine = baton.cookie(Who::Producer).await;
    let theirs = baton.cookie(Who::Sales).await;
    let id = listed(&baton, &theirs).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let foreign = ask(&baton, &mine, "revoke_session", &format!("id={id}")).await;
    let unknown = ask(
        &baton,
        &mine,
        "revoke_session",
        &format!("id={}", "0".repeat(64)),
    )
    .await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert_eq!(
        (foreign.status, foreign.body),
        (unknown.status, unknown.body)
    );
    assert_eq!(may_see(&baton, &theirs).await, StatusCode::OK);
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let baton = Baton::start().await;
    let cookie = baton.cookie(Who::Producer).await;
    assert_eq!(may_see(&baton, &cookie).await, StatusCode::OK);
    let out = ask(&baton, &cookie, "sign_out", "").await;
    assert_eq!(out.location(), "/sign-in", "{out:?}");
    assert_eq!(may_see(&baton, &cookie).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn signing_in_gives_a_new_token() {
    let baton = Baton::start().await;
    let before = baton.cookie(Who::Producer).await;
    let typed = format!(
        "email={}&password={}",
        Who::Producer.email(),
        crate::support::PASSWORD.replace(' ', "+")
    );
    let after = ask(&baton, &before, "sign_in", &typed)
        .await
        .session()
        .unwrap();
    assert_ne!(before, after);
    assert_eq!(may_see(&baton, &before).await, StatusCode::UNAUTHORIZED);
    assert_eq!(may_see(&baton, &after).await, StatusCode::OK);
}

#[tokio::test]
async fn the_token_itself_is_nowhere_in_the_database() {
    let baton = Baton::start().await;
    let cookie = baton.cookie(Who::Producer).await;
    let token = cookie.split_once('=').unwrap().1;
    let found = baton
        .database_bytes()
        .windows(token.len())
        .any(|bytes| bytes == token.as_bytes());
    assert!(!found);
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let baton = Baton::start().await;
    let here = baton.cookie(Who::Producer).await;
    let there = baton.new_session(Who::Producer).await;
    let old = crate::support::PASSWORD.replace(' ', "+");
    let changed = ask(
        &baton,
        &here,
        "change_password",
        &format!("old={old}&new=another+long+phrase+8"),
    )
    .await;
    assert_eq!(changed.status, StatusCode::OK, "{changed:?}");
    assert_eq!(may_see(&baton, &here).await, StatusCode::OK);
    assert_eq!(may_see(&baton, &there).await, StatusCode::UNAUTHORIZED);
}
