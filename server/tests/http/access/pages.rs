//! The pages.

use super::{CLIENTS, JUDGES, NOT_SALES, NOTHING, SIGNED_IN, STAFF, Told, without_names};
use crate::support::{Baton, Who};
use std::collections::BTreeSet;

/// Every page, who sees it, and how the others who are signed in are told. Strangers are sent to sign in.
const PAGES: &[(&str, &[Who], Told)] = &[
    ("/account", SIGNED_IN, Told::No),
    ("/board", STAFF, Told::Home),
    ("/board/limits", STAFF, Told::Home),
    ("/board/list", STAFF, Told::Home),
    ("/clients/{id}/brand", STAFF, Told::Home),
    ("/dashboard", STAFF, Told::Home),
    ("/engagements", STAFF, Told::Home),
    ("/engagements/{id}", STAFF, Told::Home),
    ("/feed", STAFF, Told::Home),
    ("/handoffs/{id}", STAFF, Told::Home),
    ("/handoffs/{id}/report", STAFF, Told::Home),
    ("/jobs", STAFF, Told::Home),
    ("/jobs/{id}", STAFF, Told::Home),
    ("/plan", STAFF, Told::Home),
    ("/portal", CLIENTS, Told::Home),
    ("/portal/jobs/{id}", CLIENTS, Told::Home),
    ("/portal/new", CLIENTS, Told::Home),
    ("/quality", JUDGES, Told::No),
    ("/search", STAFF, Told::Home),
    ("/team", NOT_SALES, Told::No),
    ("/team/{id}", NOT_SALES, Told::No),
    ("/views", STAFF, Told::Home),
];

/// Pages that are everybody's, and `/`, which sends everybody on.
const OPEN: &[&str] = &["/", "/sign-in"];

#[test]
fn every_page_is_listed() {
    let listed: BTreeSet<String> = PAGES
        .iter()
        .map(|(path, ..)| *path)
        .chain(OPEN.iter().copied())
        .map(str::to_owned)
        .collect();
    let there: BTreeSet<String> = server::http::page_paths().into_iter().collect();
    assert_eq!(
        there, listed,
        "a page is missing in PAGES of tests/http/access/pages.rs: say who may see it"
    );
}

#[tokio::test]
async fn everybody_sees_their_own_pages_alone() {
    let baton = Baton::start().await;
    let mut wrong = Vec::new();
    for (path, may, otherwise) in PAGES {
        let thing = match path {
            path if path.ends_with("/report") => "north-h4",
            path if path.starts_with("/handoffs") => "north-h1",
            path if path.starts_with("/engagements") => "north-2026",
            path if path.starts_with("/clients") => "north",
            path if path.starts_with("/team") => "pia",
            _ => "north-1",
        };
        let address = path.replace("{id}", &baton.agency.id(thing).to_string());
        for who in Who::ALL {
            let told = Told::by(&baton.get(who, &address).await);
            let expected = match who {
                Who::Stranger => Told::SignIn,
                Who::Sam if *path == "/portal/jobs/{id}" => Told::Missing,
                _ if may.contains(&who) => Told::Yes,
                // A client is never told what the agency's own people may.
                Who::Nora | Who::Sam => Told::Home,
                _ => *otherwise,
            };
            if told != expected {
                wrong.push(format!("{who:?} at {path}: {told:?}, not {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn anothers_job_and_no_job_are_the_same_page() {
    let baton = Baton::start().await;
    let foreign = baton.agency.id("south-1").to_string();
    let seen = baton
        .get(Who::Nora, &format!("/portal/jobs/{foreign}"))
        .await;
    let none = baton
        .get(Who::Nora, &format!("/portal/jobs/{NOTHING}"))
        .await;
    assert_eq!(seen.status, none.status);
    assert_eq!(
        without_names(&seen.body, &foreign, &seen),
        without_names(&none.body, NOTHING, &none)
    );
    assert!(!seen.body.contains("Teaser of the launch film"));
}
