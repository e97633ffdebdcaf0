//! Steps of a job that are taken back.

use crate::{agency::Agency, database::on_both};
use chrono::TimeDelta;
use domain::{
    board::{FillItem, Undo},
    handoff::{HandoffKind::GenerativeToProduction, Item, Stage},
    ids::JobId,
    job::{JobCard, JobEventKind, JobState, TakeBackJob},
    policy::Actor,
};
use service::{Error, Result, handoffs, jobs};

async fn back(agency: &Agency, who: &Actor, id: JobId) -> Result<JobCard> {
    let page = jobs::page(&agency.service, &agency.admin, id).await?;
    let version = page.card.version;
    jobs::take_back(&agency.service, who, TakeBackJob { id, version }).await
}

async fn does(agency: &Agency, who: &Actor, id: JobId, event: JobEventKind) {
    agency.happen(who, id, event, "Because").await.unwrap();
}

fn refusal(taken: Result<JobCard>) -> String {
    match taken {
        Err(Error::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn each_step_goes_back_to_where_the_job_was() {
    on_both(|agency| async move {
        let who = &agency.producer;
        let id = agency.request().await;
        for (event, before) in [
            (JobEventKind::Declined, JobState::Submitted),
            (JobEventKind::Accepted, JobState::Submitted),
            (JobEventKind::Held, JobState::Submitted),
        ] {
            does(&agency, who, id, event).await;
            let card = back(&agency, who, id).await.unwrap();
            assert_eq!(card.state, before, "{event}");
        }
        assert_eq!(
            refusal(back(&agency, who, id).await),
            "Nothing has happened to this job that could be taken back."
        );
        let page = jobs::page(&agency.service, who, id).await.unwrap();
        let told: Vec<(bool, bool)> = page
            .timeline
            .iter()
            .map(|entry| (entry.takes_back, entry.taken_back))
            .collect();
        assert_eq!(told, [(false, true), (true, false)].repeat(3));
        let clients = jobs::page(&agency.service, &agency.client, id)
            .await
            .unwrap();
        assert!(
            clients.timeline.is_empty(),
            "what was taken back is the agency's own"
        );
    })
    .await;
}

#[tokio::test]
async fn a_hold_that_is_taken_back_stopped_no_clock() {
    on_both(|agency| async move {
        let id = agency.request().await;
        does(&agency, &agency.producer, id, JobEventKind::Accepted).await;
        let due = jobs::page(&agency.service, &agency.admin, id)
            .await
            .unwrap();
        let due = due.card.clock.due_at;
        does(&agency, &agency.producer, id, JobEventKind::Held).await;
        agency.later(TimeDelta::hours(2));
        let card = back(&agency, &agency.producer, id).await.unwrap();
        assert_eq!((card.state, card.clock.due_at), (JobState::Accepted, due));
    })
    .await;
}

#[tokio::test]
async fn going_into_production_withdraws_the_handoff_that_nobody_touched() {
    on_both(|agency| async move {
        let who = &agency.producer;
        let id = agency.request().await;
        does(&agency, who, id, JobEventKind::Accepted).await;
        does(&agency, who, id, JobEventKind::Production).await;
        assert_eq!(agency.cards(GenerativeToProduction).await.len(), 1);
        let card = back(&agency, who, id).await.unwrap();
        assert_eq!(card.state, JobState::Accepted);
        assert!(agency.cards(GenerativeToProduction).await.is_empty());

        does(&agency, who, id, JobEventKind::Production).await;
        let handoff = agency.card(GenerativeToProduction).await;
        let fill = FillItem {
            id: handoff.id,
            version: handoff.version,
            item: Item::QcPassedAssets,
            body: "six.mp4".into(),
        };
        handoffs::fill_item(&agency.service, &agency.generative, fill)
            .await
            .unwrap();
        assert_eq!(
            refusal(back(&agency, who, id).await),
            "Gus Generative prepared its handoff since: it cannot be taken back any more."
        );
    })
    .await;
}

#[tokio::test]
async fn what_the_handoff_brought_about_is_taken_back_there() {
    on_both(|agency| async move {
        let who = &agency.producer;
        let id = agency.request().await;
        does(&agency, who, id, JobEventKind::Accepted).await;
        does(&agency, who, id, JobEventKind::Production).await;
        let card = agency.card(GenerativeToProduction).await;
        let card = agency.submit(&agency.generative, &card).await.unwrap();
        let why = refusal(back(&agency, who, id).await);
        assert!(
            why.starts_with("This followed from the job's handoff"),
            "{why}"
        );
        let page = jobs::page(&agency.service, who, id).await.unwrap();
        assert_eq!(page.timeline.last().unwrap().undo, Some(Undo::Refused(why)));
        assert_eq!(card.stage, Stage::Submitted);
    })
    .await;
}

#[tokio::test]
async fn the_clients_decision_is_theirs_to_take_back() {
    on_both(|agency| async move {
        let id = agency.request().await;
        does(&agency, &agency.client, id, JobEventKind::Cancelled).await;
        let why = refusal(back(&agency, &agency.admin, id).await);
        assert!(why.starts_with("The client did this"), "{why}");
        let why = refusal(back(&agency, &agency.producer, id).await);
        assert_eq!(why, "Only the client can cancel this job.");
        assert!(matches!(
            back(&agency, &agency.stranger, id).await,
            Err(Error::NotFound(_))
        ));
        let own = jobs::portal_job(&agency.service, &agency.client, id)
            .await
            .unwrap();
        assert_eq!(own.undo, Some(JobEventKind::Cancelled));
        let card = back(&agency, &agency.client, id).await.unwrap();
        assert_eq!(card.state, JobState::Submitted);
        // What an admin did in their name, an admin takes back.
        does(&agency, &agency.admin, id, JobEventKind::Cancelled).await;
        let why = refusal(back(&agency, &agency.client, id).await);
        assert!(why.starts_with("The agency did this"), "{why}");
        back(&agency, &agency.admin, id).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_handoff_leaves_the_board_with_its_job_and_comes_back_with_it() {
    on_both(|agency| async move {
        let who = &agency.producer;
        let id = agency.request().await;
        does(&agency, who, id, JobEventKind::Accepted).await;
        does(&agency, who, id, JobEventKind::Production).await;
        let before = agency.card(GenerativeToProduction).await;
        does(&agency, &agency.client, id, JobEventKind::Cancelled).await;
        assert!(agency.cards(GenerativeToProduction).await.is_empty());
        let told = agency.last_told("handoff").await;
        assert!(
            told.contains("\"withdrawn\":true"),
            "open boards hear of it: {told}"
        );
        back(&agency, &agency.client, id).await.unwrap();
        let after = agency.card(GenerativeToProduction).await;
        assert_eq!(
            (after.id, after.stage, after.clock),
            (before.id, before.stage, before.clock)
        );
        let told = agency.last_told("handoff").await;
        assert!(!told.contains("withdrawn"), "{told}");
    })
    .await;
}

#[tokio::test]
async fn a_quarter_that_is_over_stays() {
    on_both(|agency| async move {
        let id = agency.request().await;
        does(&agency, &agency.producer, id, JobEventKind::Accepted).await;
        agency.later(TimeDelta::days(40));
        let why = refusal(back(&agency, &agency.producer, id).await);
        assert!(why.starts_with("It happened in 2026-Q1"), "{why}");
    })
    .await;
}
