//! The routes that are neither pages nor server functions.

use super::{CLIENTS, SIGNED_IN, STAFF, Told, ids};
use crate::support::{Answer, Baton, Form, HOST, Who};
use axum::{
    body::Body,
    http::{Request, header},
};
use server::http::ROUTES;
use std::collections::BTreeSet;

const EVERYBODY: &[Who] = &Who::ALL;
/// Whoever writes brand pages.
const BRAND: &[Who] = &[Who::Producer, Who::Sales, Who::Admin];
/// Whoever prepares an H1.
const PREPARES: &[Who] = &[Who::Sales, Who::Admin];

/// A route, what its `{id}` is of (a key of `tests/data` without its client), and who may.
const LISTED: &[(&str, &str, Option<&str>, &[Who])] = &[
    ("GET", "/healthz", None, EVERYBODY),
    ("GET", "/readyz", None, EVERYBODY),
    ("GET", "/facts", None, SIGNED_IN),
    ("GET", "/live", None, SIGNED_IN),
    // Each of them is in `functions`.
    ("POST", "/api/{*function}", None, EVERYBODY),
    // Whose they are is in `files`.
    ("GET", "/files/{id}", None, EVERYBODY),
    ("POST", "/portal/jobs", None, CLIENTS),
    ("POST", "/jobs/{id}/files", Some("1"), SIGNED_IN),
    ("POST", "/handoffs/{id}/files", Some("h1"), PREPARES),
    ("POST", "/clients/{id}/files", Some(""), BRAND),
    ("GET", "/handoffs/{id}/case-study.zip", Some("h4"), STAFF),
];

#[test]
fn every_route_is_listed() {
    let listed: BTreeSet<_> = LISTED
        .iter()
        .map(|(method, path, ..)| (*method, *path))
        .collect();
    let there: BTreeSet<_> = ROUTES
        .iter()
        .map(|route| (route.method, route.path))
        .collect();
    assert_eq!(
        there, listed,
        "a route is missing in LISTED of tests/http/access/routes.rs: say who may"
    );
}

async fn ask(baton: &Baton, who: Who, method: &str, path: &str) -> Answer {
    let request = match method {
        "GET" => Request::get(path).body(Body::empty()).unwrap(),
        _ => Form::new()
            .text("message", "Hello")
            .request(path, "application/json"),
    };
    let request = baton.by(who, request).await;
    if path == "/live" {
        return Answer::head(baton.stream(request).await);
    }
    baton.send(request).await
}

#[tokio::test]
async fn a_route_answers_those_who_may() {
    let baton = Baton::start().await;
    for (method, path, thing, may) in LISTED
        .iter()
        .filter(|(_, path, ..)| !path.contains('*') && !path.starts_with("/files"))
    {
        let [own, foreign, none] =
            thing.map_or_else(Default::default, |thing| ids(&baton.agency, thing));
        for who in Who::ALL {
            let told = Told::by(&ask(&baton, who, method, &path.replace("{id}", &own)).await);
            let expected = match who {
                _ if may.contains(&who) && who == Who::Sam && thing.is_some() => Told::Missing,
                _ if may.contains(&who) => Told::Yes,
                Who::Stranger => Told::SignIn,
                _ => Told::No,
            };
            assert_eq!(told, expected, "{who:?} {method} {path}");
            if thing.is_some() && matches!(who, Who::Nora) {
                let foreign = ask(&baton, who, method, &path.replace("{id}", &foreign)).await;
                let none = ask(&baton, who, method, &path.replace("{id}", &none)).await;
                assert_ne!(Told::by(&foreign), Told::Yes, "{path}");
                assert_eq!(
                    (foreign.status, foreign.body),
                    (none.status, none.body),
                    "{path} tells what another client has"
                );
            }
        }
    }
}

#[tokio::test]
async fn facts_are_the_viewers_own_and_sent_once() {
    let baton = Baton::start().await;
    let nora = baton.get(Who::Nora, "/facts").await;
    assert!(
        nora.body.contains("Northwind Foods") && !nora.body.contains("Southgate Motors"),
        "{}",
        nora.body
    );
    let tag = nora.header(header::ETAG).to_owned();
    let again = Request::get("/facts")
        .header(header::IF_NONE_MATCH, &tag)
        .header(header::HOST, HOST)
        .header(header::COOKIE, baton.cookie(Who::Nora).await)
        .body(Body::empty())
        .unwrap();
    assert_eq!(baton.send(again).await.status, 304);
    let sam = Request::get("/facts")
        .header(header::IF_NONE_MATCH, &tag)
        .body(Body::empty())
        .unwrap();
    assert_eq!(baton.send(baton.by(Who::Sam, sam).await).await.status, 200);
}
