//! Many who work at once: 500 operations at random from 20 browsers end in one state everywhere, equal to the model's.

mod browser;
mod deed;
mod ending;
mod model;
mod view;

use crate::support::{Baton, Who};
use axum::http::StatusCode;
use browser::Browser;
use deed::Deed;
use futures::future::join_all;
use model::Model;
use std::sync::Arc;

/// Who sits at the browsers.
const BROWSERS: [(Who, usize); 7] = [
    (Who::Producer, 5),
    (Who::Sales, 4),
    (Who::Generative, 4),
    (Who::Executive, 1),
    (Who::Admin, 3),
    (Who::Nora, 2),
    (Who::Sam, 1),
];

/// What each of them does.
const DEEDS: usize = 25;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_hundred_operations_at_random_end_in_one_state_everywhere() {
    for seed in [1, 2] {
        storm(seed).await;
    }
}

async fn storm(seed: u64) {
    let baton = Arc::new(Baton::start().await);
    give_work(&baton).await;
    let before = Model::of(&baton).await;
    let first = before.seq;
    let mut browsers = Vec::new();
    for (who, count) in BROWSERS {
        for _ in 0..count {
            let number = browsers.len() as u64;
            browsers.push(Browser::open(&baton, who, seed * 1_000 + number).await);
        }
    }
    let at_work = browsers
        .iter()
        .map(|browser| tokio::spawn(browser.clone().work(baton.clone(), DEEDS)));
    let deeds: Vec<Deed> = join_all(at_work)
        .await
        .into_iter()
        .flat_map(|done| done.unwrap())
        .collect();
    assert_eq!(deeds.len(), 500);
    let done = deeds.iter().filter(|deed| deed.is_done()).count();
    assert!(
        (100..450).contains(&done),
        "{done} of 500 were done: a storm has both kinds"
    );
    let after = before.replay(&baton, first).await;
    ending::nothing_refused_left_a_trace(&baton, &deeds, first).await;
    ending::the_database_is_what_the_model_says(&baton, &after).await;
    ending::every_browser_shows_it(&baton, &browsers, seed).await;
}

/// More to work on than the few things of `tests/data`.
async fn give_work(baton: &Baton) {
    for (client, name) in [
        ("north", "Summer"),
        ("south", "Autumn"),
        ("north", "Winter"),
    ] {
        let client = baton.agency.id(client);
        let sign = format!(
            "client={client}&name={name}&sow_signed_at=2026-03-01T09:00&monthly_fee=30000&starts_on=2026-03-09"
        );
        let answer = baton.call(Who::Sales, "sign_engagement", &sign).await;
        assert!(answer.status.is_success(), "{answer:?}");
    }
    for (who, workflow) in [(Who::Nora, "north-cuts"), (Who::Sam, "south-cuts")] {
        for _ in 0..4 {
            baton.request_a_job(who, workflow).await;
        }
    }
    for key in ["north-1", "south-1"] {
        let id = baton.agency.id(key);
        for (version, event) in [(1, "accepted"), (2, "production")] {
            let asked = format!("id={id}&version={version}&event={event}");
            let answer = baton.call(Who::Producer, "move_job", &asked).await;
            assert!(answer.status.is_success(), "{answer:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_accept_and_return_at_once_one_is_told_of_the_other() {
    let baton = Baton::start().await;
    for key in ["north-h1", "south-h1"] {
        let id = baton.agency.id(key);
        let sent = format!("id={id}&version=1&to=submitted&waive=Later");
        let sent = baton.call(Who::Sales, "send_plain_move", &sent).await;
        assert_eq!(sent.status, StatusCode::OK, "{sent:?}");
        let (one, other) = (
            baton.cookie(Who::Producer).await,
            baton.new_session(Who::Producer).await,
        );
        let accept = format!("id={id}&version=2&to=accepted");
        let back = format!("id={id}&version=2&to=preparing&reason=Not+yet");
        let (accepted, returned) = tokio::join!(
            baton.call_in(&one, "send_plain_move", &accept),
            baton.call_in(&other, "send_plain_move", &back),
        );
        let mut told = [accepted.status, returned.status];
        told.sort();
        assert_eq!(
            told,
            [StatusCode::OK, StatusCode::CONFLICT],
            "{accepted:?} {returned:?}"
        );
        let page = format!("id={id}");
        let page = baton.call(Who::Producer, "load_handoff", &page).await;
        let stands = if accepted.status.is_success() {
            "\"stage\":\"accepted\""
        } else {
            "\"stage\":\"preparing\""
        };
        assert!(page.body.contains(stands), "{page:?}");
    }
}
