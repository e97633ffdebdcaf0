//! The demo agency: whole, the same every time, and nothing in its future.

use super::databases;
use chrono::TimeDelta;
use domain::{
    handoff::{self, HandoffKind, Stage},
    job::JobEventKind,
    people::AccessRole,
    policy::Actor,
    time::{Day, Zone},
};
use rstest::rstest;
use service::{access, demo, handoffs};
use std::collections::HashSet;

fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

#[rstest]
#[case("2026-11-23", 2026)]
#[case("2026-11-22", 1)]
#[case("2027-01-01", 2)]
#[case("2028-02-29", 3)]
fn the_same_seed_gives_the_same_bytes(#[case] today: Day, #[case] seed: u64) {
    let files = || demo::agency(today, seed).unwrap().files();
    assert!(files() == files());
    assert!(files() != demo::agency(today, seed + 1).unwrap().files());
}

#[test]
fn nothing_lies_in_the_future() {
    let batch = demo::agency(today(), demo::SEED).unwrap();
    let moment = Zone::from_iana("America/Los_Angeles")
        .unwrap()
        .start_of(today())
        + TimeDelta::hours(11);
    let jobs = batch
        .job_events
        .iter()
        .map(|event| event.recorded_at.unwrap_or(event.at));
    let handoffs = batch
        .handoff_events
        .iter()
        .map(|event| event.recorded_at.unwrap_or(event.at));
    let submitted = batch.jobs.iter().map(|job| job.submitted_at);
    let signed = batch
        .engagements
        .iter()
        .map(|engagement| engagement.sow_signed_at);
    let answered = batch.surveys.iter().map(|survey| survey.at);
    assert!(
        jobs.chain(handoffs)
            .chain(submitted)
            .chain(signed)
            .chain(answered)
            .all(|at| at <= moment)
    );
    assert!(batch.costs.iter().all(|cost| cost.date <= today()));
}

/// Of each day of a week: who signs in as a client is not left without anything to do at a weekend.
#[rstest]
fn a_delivery_waits_for_the_client_who_signs_in(
    #[values(16, 17, 18, 19, 20, 21, 22)] november: u32,
) {
    let today = Day::from_ymd_opt(2026, 11, november).unwrap();
    let batch = demo::agency(today, demo::SEED).unwrap();
    let mut contacts = batch.contacts.iter();
    let signs_in = contacts.find(|contact| contact.email.starts_with("client@"));
    let client = &signs_in.unwrap().client;
    let of_client = |key| {
        let contact = batch.contacts.iter().find(|contact| contact.key == key);
        contact.is_some_and(|contact| contact.client == *client)
    };
    let last_of = |job| {
        let mut events = batch.job_events.iter().filter(|event| event.job == job);
        events.next_back().map(|event| event.event)
    };
    let mut jobs = batch.jobs.iter().rev();
    assert!(jobs.any(|job| {
        let by = job.submitted_by.clone();
        by.is_some_and(of_client) && last_of(job.key.clone()) == Some(JobEventKind::Delivered)
    }));
}

#[rstest]
#[case("2026-11-23", 2026)]
#[case("2026-11-21", 11)]
#[case("2026-02-10", 12)]
#[tokio::test]
async fn it_has_something_for_every_screen(#[case] today: Day, #[case] seed: u64) {
    let empty = databases::sqlite().await;
    demo::load(&empty.service, today, seed).await.unwrap();
    let facts = databases::facts(&empty.service).await;
    assert_eq!(facts.clients.len(), 20);
    assert!(
        (2_500..=4_000).contains(&facts.jobs.len()),
        "{} jobs",
        facts.jobs.len()
    );
    let open = facts.handoffs.iter().filter(|one| {
        let progress = handoff::Progress::replay(one.kind, &one.events).unwrap();
        progress.stage() != Stage::Accepted
    });
    let kinds: HashSet<HandoffKind> = open.clone().map(|one| one.kind).collect();
    assert_eq!(kinds.len(), 4, "open handoffs of all kinds");
    assert!((30..=100).contains(&open.count()));
}

#[tokio::test]
async fn it_is_loaded_once_with_an_account_for_each_role() {
    for empty in databases::both().await {
        let loaded = demo::load(&empty.service, today(), demo::SEED)
            .await
            .unwrap();
        let roles: HashSet<AccessRole> = loaded.sign_ins.iter().map(|(role, _)| *role).collect();
        assert_eq!(roles.len(), AccessRole::ALL.len(), "{}", empty.name);
        let system = Actor::system("test");
        let cards = handoffs::board(&empty.service, &system)
            .await
            .unwrap()
            .cards;
        assert!(
            cards
                .iter()
                .any(|card| card.stage == Stage::Preparing && card.items_done().0 > 0),
            "{}",
            empty.name
        );
        let again = demo::load(&empty.service, today(), demo::SEED).await;
        assert!(
            matches!(again, Err(demo::NotLoaded::NotEmpty)),
            "{}",
            empty.name
        );
        assert_eq!(
            access::users(&empty.service, &system).await.unwrap().len(),
            6,
            "{}",
            empty.name
        );
    }
}

#[rstest]
#[case("2026-11-23T18:59:00Z", "2026-11-22")]
#[case("2026-11-23T19:00:00Z", "2026-11-23")]
#[case("2026-11-24T07:59:00Z", "2026-11-23")]
fn nothing_lies_ahead_of_whoever_looks(#[case] now: &str, #[case] last: Day) {
    assert_eq!(demo::today(now.parse().unwrap()), Ok(last));
}
