//! Signing in: who may, who is kept out, and what they are told.

use crate::support::{Answer, Baton, HOST, PASSWORD, Who, path_of};
use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use server::http::Config;
use std::net::SocketAddr;

/// Sends the form as a browser without scripts does.
async fn send_form(baton: &Baton, email: &str, password: &str, next: &str) -> Answer {
    let body = format!(
        "email={email}&password={}&next={next}",
        password.replace(' ', "+")
    );
    let request = Request::post(path_of("sign_in"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT, "text/html,application/xhtml+xml")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::REFERER, format!("http://{HOST}/sign-in"))
        .body(Body::from(body))
        .unwrap();
    baton.send(request).await
}

/// Tries a password from a network address.
async fn try_from(baton: &Baton, source: &str, password: &str) -> Answer {
    let body = format!(
        "email={}&password={}",
        Who::Producer.email(),
        password.replace(' ', "+")
    );
    let source: SocketAddr = format!("{source}:5000").parse().unwrap();
    let request = Request::post(path_of("sign_in"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT, "application/json")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .extension(ConnectInfo(source))
        .body(Body::from(body))
        .unwrap();
    baton.send(request).await
}

#[tokio::test]
async fn every_role_lands_on_its_first_page() {
    let baton = Baton::start().await;
    for who in Who::ALL.into_iter().filter(|who| *who != Who::Stranger) {
        baton.agency.create_account(&baton.service, who).await;
        let answer = send_form(&baton, who.email(), PASSWORD, "").await;
        assert_eq!(answer.status, StatusCode::FOUND, "{answer:?}");
        let home = domain::policy::landing(who.role().unwrap()).path();
        assert_eq!(answer.location(), home, "{who:?}");
    }
}

#[tokio::test]
async fn a_stranger_is_asked_to_sign_in_for_the_page_and_its_question() {
    let baton = Baton::start().await;
    for (asked, next) in [
        ("/jobs", "%2Fjobs"),
        (
            "/jobs?mine=1&q=a%20%26%20b",
            "%2Fjobs%3Fmine%3D1%26q%3Da%2520%2526%2520b",
        ),
    ] {
        let answer = baton.get(Who::Stranger, asked).await;
        let location = answer.location();
        assert_eq!(location, format!("/sign-in?next={next}"), "{asked}");
    }
}

#[tokio::test]
async fn one_goes_on_to_where_one_wanted_to_if_it_is_here() {
    let baton = Baton::start().await;
    baton
        .agency
        .create_account(&baton.service, Who::Producer)
        .await;
    for (next, goes) in [
        ("/jobs?mine=1", "/jobs?mine=1"),
        ("//evil.example", "/board"),
        ("https://evil.example", "/board"),
    ] {
        let next = next.replace('?', "%3F").replace('=', "%3D");
        assert_eq!(
            send_form(&baton, Who::Producer.email(), PASSWORD, &next)
                .await
                .location(),
            goes
        );
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_told_the_same() {
    let baton = Baton::start().await;
    baton
        .agency
        .create_account(&baton.service, Who::Producer)
        .await;
    let wrong = try_from(&baton, "192.0.2.1", "not the password").await;
    let unknown = baton
        .call(
            Who::Stranger,
            "sign_in",
            "email=nobody@agency.example&password=x",
        )
        .await;
    assert_eq!(wrong.status, StatusCode::FORBIDDEN);
    assert_eq!((wrong.status, &wrong.body), (unknown.status, &unknown.body));
    assert!(wrong.body.contains("do not match"), "{}", wrong.body);
    assert_eq!(wrong.session(), None);
}

#[tokio::test]
async fn without_scripts_the_typed_address_is_kept() {
    let baton = Baton::start().await;
    let answer = send_form(&baton, "ana@agency.example", "wrong", "").await;
    assert_eq!(answer.status, StatusCode::FOUND, "{answer:?}");
    assert!(
        answer.location().contains("/sign-in?"),
        "{}",
        answer.location()
    );
    assert!(
        !answer.location().contains("agency.example%"),
        "the address is no part of the URL"
    );
    let kept = answer.header(header::SET_COOKIE);
    assert!(
        kept.starts_with("typed-email=") && kept.contains("HttpOnly"),
        "{kept}"
    );
    let page = Request::get(
        answer
            .location()
            .trim_start_matches(&format!("http://{HOST}")),
    )
    .header(header::COOKIE, kept.split(';').next().unwrap())
    .body(Body::empty())
    .unwrap();
    let page = baton.send(page).await;
    assert!(page.body.contains("do not match"), "{}", page.body);
    assert!(page.body.contains("ana@agency.example"), "{}", page.body);
}

#[tokio::test]
async fn guessing_is_stopped_without_locking_the_owner_out() {
    let baton = Baton::start().await;
    baton
        .agency
        .create_account(&baton.service, Who::Producer)
        .await;
    for _ in 0..5 {
        assert!(
            try_from(&baton, "198.51.100.9", "a guess")
                .await
                .body
                .contains("do not match")
        );
    }
    let guesser = try_from(&baton, "198.51.100.9", PASSWORD).await;
    assert!(
        guesser.body.contains("too many attempts"),
        "{}",
        guesser.body
    );
    let owner = try_from(&baton, "192.0.2.1", PASSWORD).await;
    assert!(owner.session().is_some(), "{owner:?}");
}

#[tokio::test]
async fn a_proxy_that_nobody_named_is_not_believed() {
    let baton = Baton::start().await;
    for last in 0..6 {
        let request = Request::post(path_of("sign_in"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, format!("http://{HOST}"))
            .header("x-forwarded-for", format!("203.0.113.{last}"))
            .body(Body::from("email=ana@agency.example&password=guess"))
            .unwrap();
        let answer = baton.send(request).await;
        assert_eq!(
            answer.body.contains("too many attempts"),
            last == 5,
            "{}",
            answer.body
        );
    }
}

#[tokio::test]
async fn the_cookie_is_for_this_site_and_no_script() {
    for secure in [false, true] {
        let baton = Baton::start_with(Config {
            secure,
            ..Config::default()
        })
        .await;
        baton
            .agency
            .create_account(&baton.service, Who::Producer)
            .await;
        let answer = send_form(&baton, Who::Producer.email(), PASSWORD, "").await;
        let cookie = answer.header(header::SET_COOKIE);
        assert!(
            cookie.starts_with(if secure { "__Host-baton=" } else { "baton=" }),
            "{cookie}"
        );
        assert!(
            cookie.contains("HttpOnly")
                && cookie.contains("SameSite=Lax")
                && cookie.contains("Path=/"),
            "{cookie}"
        );
        assert_eq!(cookie.contains("Secure"), secure, "{cookie}");
    }
}
