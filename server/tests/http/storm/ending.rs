//! What must hold when the storm is over.

use super::{browser::Browser, deed::Deed, model::Model};
use crate::support::{Baton, Who};
use domain::{
    board::{Board, HandoffCard},
    handoff::Progress,
    policy::Actor,
};
use service::{
    db::rows::{CommentRow, HandoffEventRow, HandoffItemRow, HandoffRow, JobEventRow, JobRow},
    facts, handoffs, live,
};
use std::{collections::BTreeMap, time::Duration};

/// The log tells of each thing that was done, once, and of nothing else; no text of a refused deed is anywhere.
pub async fn nothing_refused_left_a_trace(baton: &Baton, deeds: &[Deed], after: i64) {
    let log = live::since(&baton.service, &Actor::system("test"), after, i64::MAX)
        .await
        .unwrap();
    let mut told: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    for done in deeds.iter().flat_map(|deed| &deed.told) {
        *told.entry(*done).or_default() += 1;
    }
    for change in &log {
        // What follows from a deed is told of under other names, or of its job.
        if matches!(
            change.entity.as_str(),
            "handoff" | "comment" | "board_limit"
        ) && !FOLLOWS.contains(&change.action.as_str())
        {
            *told.entry((&change.entity, &change.action)).or_default() -= 1;
        }
    }
    told.retain(|(entity, _), count| *entity != "job" && *count != 0);
    assert!(
        told.is_empty(),
        "done but not told, or told but not done: {told:?}"
    );

    let mut tx = baton.service.db().read().await.unwrap();
    let mut texts: Vec<String> = log.into_iter().map(|change| change.body).collect();
    let comments = CommentRow::all(&mut tx).await.unwrap();
    texts.extend(comments.into_iter().map(|row| row.body));
    let items = HandoffItemRow::all(&mut tx).await.unwrap();
    texts.extend(items.into_iter().map(|row| row.body));
    let events = HandoffEventRow::all(&mut tx).await.unwrap();
    texts.extend(events.into_iter().map(|row| row.reason + &row.over_limit));
    let events = JobEventRow::all(&mut tx).await.unwrap();
    texts.extend(events.into_iter().map(|row| row.reason));
    let texts = texts.concat();
    for deed in deeds.iter().filter(|deed| deed.refused) {
        assert!(!texts.contains(&deed.mark), "{deed:?} left a trace");
    }
}

/// What the log says of what follows from something else.
const FOLLOWS: &[&str] = &[
    "opened",
    "withdrew",
    "changed the job of",
    "changed the pod of",
];

/// The rows are what the machine makes of the histories, and what the log told last.
pub async fn the_database_is_what_the_model_says(baton: &Baton, model: &Model) {
    let known = facts::current(&baton.service).await.unwrap();
    let mut tx = baton.service.db().read().await.unwrap();
    let rows = HandoffRow::all(&mut tx).await.unwrap();
    for row in &rows {
        let Some(fact) = known.facts.handoffs.iter().find(|fact| fact.id.0 == row.id) else {
            assert!(row.withdrawn, "{row:?}");
            continue;
        };
        let progress = Progress::replay(fact.kind, &fact.events).unwrap();
        assert_eq!(row.stage, progress.stage().name(), "{row:?}");
        let (_, events) = &model.handoffs[&fact.id];
        let kinds: Vec<_> = fact.events.iter().map(|event| event.kind).collect();
        assert_eq!(*events, kinds, "{row:?}");
        let returns = kinds.iter().filter(|kind| kind.needs_reason()).count();
        assert_eq!(row.returns as usize, returns, "{row:?}");
        assert!(fact.events.is_sorted_by_key(|event| event.at), "{fact:?}");
    }
    for row in JobRow::all(&mut tx).await.unwrap() {
        let fact = known
            .facts
            .jobs
            .iter()
            .find(|fact| fact.id.0 == row.id)
            .unwrap();
        let progress = domain::job::Progress::replay(&fact.events).unwrap();
        assert_eq!(row.state, progress.state().name(), "{row:?}");
        let kinds: Vec<_> = fact.events.iter().map(|event| event.kind).collect();
        assert_eq!(model.jobs[&fact.id], kinds, "{row:?}");
        if let Some(card) = model.job_cards.get(&fact.id) {
            assert_eq!(
                (card.version, card.state.name()),
                (row.version, &*row.state)
            );
        }
    }
    drop(tx);
    let board = handoffs::board(&baton.service, &Actor::system("test"))
        .await
        .unwrap();
    for card in &board.cards {
        let told = model.cards.get(&card.id);
        assert!(
            told.is_none_or(|told| told == card),
            "told {told:?}\nis {card:?}"
        );
    }
    for cards in board.cards.windows(2) {
        let cell = |card: &HandoffCard| (card.kind, card.stage, card.position.clone());
        assert_ne!(cell(&cards[0]), cell(&cards[1]), "two in one place");
    }
}

/// What each browser shows after its first page and the feed is what a fresh page shows.
pub async fn every_browser_shows_it(baton: &Baton, browsers: &[Browser], seed: u64) {
    for (who, workflow) in [(Who::Nora, "north-cuts"), (Who::Sam, "south-cuts")] {
        baton.request_a_job(who, workflow).await;
    }
    for browser in browsers {
        if browser.is_client() {
            continue;
        }
        let fresh: Board = browser.ask(baton, "load_whole_board", "{}").await;
        caught_up(browser, fresh.seq).await;
        let view = browser.view.lock().unwrap();
        let (shown, there) = (view.open(), fresh.cards);
        let ids = |cards: &[HandoffCard]| cards.iter().map(|card| card.id).collect::<Vec<_>>();
        for card in &shown {
            let fresh = there.iter().find(|known| known.id == card.id);
            assert_eq!(Some(card), fresh, "{:?} of seed {seed}", browser.who);
        }
        assert_eq!(ids(&shown), ids(&there), "{:?} of seed {seed}", browser.who);
        assert_eq!(
            view.accepted(),
            fresh.accepted,
            "{:?} of seed {seed}",
            browser.who
        );
    }
    for client in browsers.iter().filter(|browser| browser.is_client()) {
        let shown = client.view.lock().unwrap().all();
        assert!(shown.is_empty(), "a client heard of handoffs: {shown:?}");
    }
}

async fn caught_up(browser: &Browser, seq: i64) {
    for _ in 0..100 {
        if browser.view.lock().unwrap().seq >= seq {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the feed of {:?} stopped before {seq}", browser.who);
}
