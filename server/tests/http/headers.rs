//! What every answer tells the browser about how far to trust it.

use crate::support::{Baton, Who};
use axum::http::{HeaderName, StatusCode, header};
use server::http::Config;

#[tokio::test]
async fn a_page_may_run_its_own_scripts_alone() {
    let baton = Baton::start().await;
    let [first, second] = [
        baton.get(Who::Stranger, "/sign-in").await,
        baton.get(Who::Stranger, "/sign-in").await,
    ];
    assert_eq!(first.status, StatusCode::OK);
    let policy = first.header(header::CONTENT_SECURITY_POLICY);
    assert!(
        policy.starts_with("default-src 'none'; script-src 'nonce-"),
        "{policy}"
    );
    let nonce = policy
        .split_once("'nonce-")
        .unwrap()
        .1
        .split('\'')
        .next()
        .unwrap();
    assert!(
        first.body.contains(&format!("nonce=\"{nonce}\"")),
        "{}",
        first.body
    );
    assert_ne!(
        policy,
        second.header(header::CONTENT_SECURITY_POLICY),
        "a nonce is used once"
    );
    for script in first.body.split("<script").skip(1) {
        let tag = script.split('>').next().unwrap();
        assert!(
            tag.contains(nonce),
            "a script without its nonce cannot run: {tag}"
        );
    }
}

#[tokio::test]
async fn every_kind_of_answer_is_guarded() {
    let baton = Baton::start().await;
    for path in [
        "/sign-in",
        "/healthz",
        "/facts",
        "/files/nothing",
        "/no/such/page",
        "/favicon.svg",
    ] {
        let answer = baton.get(Who::Stranger, path).await;
        assert_eq!(
            answer.header(header::X_CONTENT_TYPE_OPTIONS),
            "nosniff",
            "{path}"
        );
        assert_eq!(
            answer.header(header::REFERRER_POLICY),
            "same-origin",
            "{path}"
        );
        assert!(
            answer
                .header(header::CONTENT_SECURITY_POLICY)
                .contains("default-src 'none'"),
            "{path}"
        );
        assert!(answer.headers.contains_key("x-request-id"), "{path}");
        assert!(
            !answer
                .headers
                .contains_key(header::STRICT_TRANSPORT_SECURITY),
            "{path}"
        );
    }
    assert_eq!(
        baton
            .get(Who::Stranger, "/sign-in")
            .await
            .header(header::CACHE_CONTROL),
        "no-store"
    );
}

#[tokio::test]
async fn behind_https_browsers_are_told_to_stay_there() {
    let config = Config {
        public_origin: Some("https://baton.example".to_owned()),
        secure: true,
        ..Config::default()
    };
    let baton = Baton::start_with(config).await;
    let answer = baton.get(Who::Stranger, "/sign-in").await;
    assert!(
        answer
            .header(header::STRICT_TRANSPORT_SECURITY)
            .starts_with("max-age=")
    );
    let opener = HeaderName::from_static("cross-origin-opener-policy");
    assert_eq!(answer.header(opener), "same-origin");
}

#[tokio::test]
async fn an_unknown_address_is_the_apps_own_page() {
    let baton = Baton::start().await;
    let answer = baton.get(Who::Stranger, "/no/such/page").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(
        answer.body.contains("There is nothing at this address"),
        "{}",
        answer.body
    );
}

#[tokio::test]
async fn the_process_says_how_it_is() {
    let baton = Baton::start().await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(baton.get(Who::Stranger, path).await.body, "ok\n");
    }
}
