//! Jobs, from the request to the approval.

use crate::{
    agency::{Agency, plain},
    database::on_both,
};
use chrono::TimeDelta;
use domain::{
    board::MoveHandoff,
    clock::ClockState,
    handoff::{HandoffKind::GenerativeToProduction, Stage},
    ids::JobId,
    job::{JobEventKind::*, JobFilter, JobState, MoveJob, WaitingFor},
};
use service::{Error, handoffs, jobs};
use uuid::Uuid;

async fn state(agency: &Agency, id: JobId) -> JobState {
    jobs::page(&agency.service, &agency.admin, id)
        .await
        .unwrap()
        .card
        .state
}

#[tokio::test]
async fn what_is_promised_is_what_is_kept() {
    on_both(|agency| async move {
        let promises = jobs::promises(&agency.service, &agency.client)
            .await
            .unwrap();
        assert_eq!(promises.len(), 1);
        assert_eq!(
            promises[0].due_at,
            Some("2026-03-04T18:00:00+01:00".parse().unwrap())
        );
        let id = agency.request().await;
        let page = jobs::page(&agency.service, &agency.client, id)
            .await
            .unwrap();
        assert_eq!(page.card.clock.due_at, promises[0].due_at);
        assert_eq!(page.why, promises[0].why);
        assert_eq!(page.submitted_by.as_deref(), Some("Cleo Client"));
        assert!(
            jobs::promises(&agency.service, &agency.stranger)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn a_job_follows_its_handoff() {
    on_both(|agency| async move {
        let id = agency.request().await;
        agency
            .happen(&agency.producer, id, Accepted, "")
            .await
            .unwrap();
        agency
            .happen(&agency.producer, id, Production, "")
            .await
            .unwrap();
        let by_hand = agency
            .happen(&agency.producer, id, Qc, "")
            .await
            .unwrap_err();
        assert_eq!(
            by_hand,
            Error::Refused(
                "This follows from the job's handoff: move its card on the board.".into()
            )
        );
        let card = agency.card(GenerativeToProduction).await;
        assert_eq!(card.title, "A film");
        let card = agency.submit(&agency.generative, &card).await.unwrap();
        assert_eq!(state(&agency, id).await, JobState::InQc);
        let retake = MoveHandoff {
            reason: Some("The logo is old".into()),
            ..plain(&card, Stage::Preparing)
        };
        let card = handoffs::move_handoff(&agency.service, &agency.producer, retake)
            .await
            .unwrap();
        assert_eq!(state(&agency, id).await, JobState::InProduction);
        let card = agency.submit(&agency.generative, &card).await.unwrap();
        agency.pass(&agency.producer, &card).await.unwrap();
        assert_eq!(state(&agency, id).await, JobState::Delivered);
        agency
            .happen(&agency.client, id, ChangesRequested, "Louder, please")
            .await
            .unwrap();
        agency
            .happen(&agency.producer, id, Production, "")
            .await
            .unwrap();
        let again = agency.card(GenerativeToProduction).await;
        assert_ne!(again.id, card.id, "a new round has a new handoff");
        let again = agency.submit(&agency.generative, &again).await.unwrap();
        agency.pass(&agency.producer, &again).await.unwrap();
        let approved = agency
            .happen(&agency.client, id, Approved, "")
            .await
            .unwrap();
        assert_eq!(approved.waiting_for(), WaitingFor::Nobody);
    })
    .await;
}

#[tokio::test]
async fn a_hold_stops_both_clocks_and_an_answer_resumes_them() {
    on_both(|agency| async move {
        let id = agency.request().await;
        agency
            .happen(&agency.producer, id, Accepted, "")
            .await
            .unwrap();
        agency
            .happen(&agency.producer, id, Production, "")
            .await
            .unwrap();
        let due = agency
            .card(GenerativeToProduction)
            .await
            .clock
            .due_at
            .unwrap();
        agency.later(TimeDelta::hours(1));
        let silent = agency
            .happen(&agency.producer, id, Held, " ")
            .await
            .unwrap_err();
        assert!(
            matches!(
                silent,
                Error::Invalid {
                    field: "reason",
                    ..
                }
            ),
            "{silent}"
        );
        let held = agency
            .happen(&agency.producer, id, Held, "Which logo?")
            .await
            .unwrap();
        assert_eq!(held.clock.state(agency.service.now()), ClockState::Held);
        assert_eq!(agency.card(GenerativeToProduction).await.clock, held.clock);
        agency.later(TimeDelta::hours(2));
        jobs::answer(&agency.service, &agency.client, id, "The new one.")
            .await
            .unwrap();
        let card = agency.card(GenerativeToProduction).await;
        assert_eq!(
            card.clock.due_at,
            Some("2026-03-05T11:00:00+01:00".parse().unwrap())
        );
        assert!(card.clock.due_at.unwrap() > due);
        assert_eq!(state(&agency, id).await, JobState::InProduction);
    })
    .await;
}

#[tokio::test]
async fn a_question_waits_for_the_client_until_it_is_answered() {
    on_both(|agency| async move {
        let id = agency.request().await;
        let waiting = async || {
            jobs::page(&agency.service, &agency.client, id)
                .await
                .unwrap()
                .card
                .waiting_for()
        };
        assert_eq!(waiting().await, WaitingFor::Agency);
        jobs::ask(&agency.service, &agency.producer, id, "Which logo?")
            .await
            .unwrap();
        assert_eq!(waiting().await, WaitingFor::Client);
        agency.later(TimeDelta::seconds(1));
        jobs::answer(&agency.service, &agency.client, id, "The new one.")
            .await
            .unwrap();
        assert_eq!(waiting().await, WaitingFor::Agency);
        let page = jobs::page(&agency.service, &agency.client, id)
            .await
            .unwrap();
        let said: Vec<_> = page
            .messages
            .iter()
            .map(|message| (message.by.as_str(), message.is_question))
            .collect();
        assert_eq!(said, [("Pia Producer", true), ("Cleo Client", false)]);
        assert!(
            jobs::ask(&agency.service, &agency.client, id, "Why?")
                .await
                .is_err()
        );
        let cancel = MoveJob {
            id,
            version: page.card.version,
            event: Cancelled,
            reason: String::new(),
        };
        jobs::move_job(&agency.service, &agency.client, cancel)
            .await
            .unwrap();
        let late = jobs::ask(&agency.service, &agency.producer, id, "Still there?").await;
        assert!(matches!(late, Err(Error::Refused(_))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_foreign_job_and_none_answer_the_same() {
    on_both(|agency| async move {
        let id = agency.request().await;
        let nobodys = JobId(Uuid::from_u128(7));
        let (service, stranger) = (&agency.service, &agency.stranger);
        assert_eq!(
            jobs::page(service, stranger, id).await,
            jobs::page(service, stranger, nobodys).await
        );
        assert_eq!(
            jobs::page(service, stranger, id).await,
            Err(Error::NotFound("job"))
        );
        let cancel = |id| MoveJob {
            id,
            version: 1,
            event: Cancelled,
            reason: String::new(),
        };
        assert_eq!(
            jobs::move_job(service, stranger, cancel(id)).await,
            Err(Error::NotFound("job"))
        );
        assert_eq!(
            jobs::answer(service, stranger, id, "Hello").await,
            Err(Error::NotFound("job"))
        );
        let command = jobs::SubmitJob {
            workflow: agency.workflow,
            title: "Mine".into(),
            brief: String::new(),
            answers: vec![],
            files: vec![],
        };
        assert_eq!(
            jobs::submit(service, stranger, command).await,
            Err(Error::NotFound("workflow"))
        );
        let list = jobs::list(service, stranger, &JobFilter::default(), 0)
            .await
            .unwrap();
        assert_eq!(list.total, 0);
    })
    .await;
}

#[tokio::test]
async fn the_clients_page_has_no_notes_of_the_agency() {
    on_both(|agency| async move {
        let id = agency.request().await;
        agency
            .happen(&agency.producer, id, Accepted, "They always come late")
            .await
            .unwrap();
        agency
            .happen(&agency.producer, id, Production, "")
            .await
            .unwrap();
        let own = jobs::page(&agency.service, &agency.client, id)
            .await
            .unwrap();
        assert_eq!(own.timeline[0].reason, "");
        assert!(own.handoffs.is_empty());
        assert_eq!(own.moves, [Cancelled]);
        let agencys = jobs::page(&agency.service, &agency.producer, id)
            .await
            .unwrap();
        assert_eq!(agencys.timeline[0].reason, "They always come late");
        assert_eq!(agencys.handoffs.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_job_takes_its_card_off_the_board() {
    on_both(|agency| async move {
        let id = agency.request().await;
        agency
            .happen(&agency.producer, id, Accepted, "")
            .await
            .unwrap();
        agency
            .happen(&agency.producer, id, Production, "")
            .await
            .unwrap();
        agency
            .happen(&agency.client, id, Cancelled, "")
            .await
            .unwrap();
        assert!(agency.cards(GenerativeToProduction).await.is_empty());
        let open = jobs::list(&agency.service, &agency.producer, &JobFilter::default(), 0)
            .await
            .unwrap();
        assert_eq!(open.total, 0);
        let filter = JobFilter {
            states: vec![JobState::Cancelled],
            ..JobFilter::default()
        };
        let cancelled = jobs::list(&agency.service, &agency.producer, &filter, 0)
            .await
            .unwrap();
        assert_eq!(cancelled.total, 1);
    })
    .await;
}

#[tokio::test]
async fn a_stale_command_is_told_what_the_job_is_now() {
    on_both(|agency| async move {
        let id = agency.request().await;
        agency
            .happen(&agency.producer, id, Accepted, "")
            .await
            .unwrap();
        let stale = MoveJob {
            id,
            version: 1,
            event: Declined,
            reason: "No time".into(),
        };
        let conflict = jobs::move_job(&agency.service, &agency.producer, stale)
            .await
            .unwrap_err();
        let Error::Conflict { sentence, now } = conflict else {
            panic!("{conflict}")
        };
        assert!(sentence.contains("it is accepted now"), "{sentence}");
        assert_eq!(now["state"], "accepted");
    })
    .await;
}

#[tokio::test]
async fn the_portal_sorts_requests_by_whose_turn_it_is() {
    on_both(|agency| async move {
        let asked = agency.request().await;
        let working = agency.request().await;
        let over = agency.request().await;
        agency
            .happen(&agency.producer, asked, Held, "Which logo?")
            .await
            .unwrap();
        agency
            .happen(&agency.client, over, Cancelled, "")
            .await
            .unwrap();
        let home = jobs::portal_home(&agency.service, &agency.client, 0, 10)
            .await
            .unwrap();
        let needs: Vec<_> = home
            .needs_you
            .iter()
            .map(|(card, words)| (card.id, words.as_str()))
            .collect();
        assert_eq!(needs, [(asked, "Which logo?")]);
        assert_eq!(
            home.in_progress
                .iter()
                .map(|card| card.id)
                .collect::<Vec<_>>(),
            [working]
        );
        assert_eq!((home.past[0].0.id, home.past_total), (over, 1));
        let beyond = jobs::portal_home(&agency.service, &agency.client, 1, 10)
            .await
            .unwrap();
        assert!(beyond.past.is_empty());
        let job = jobs::portal_job(&agency.service, &agency.client, asked)
            .await
            .unwrap();
        assert_eq!(job.question(), "Which logo?");
        assert!(
            jobs::portal_home(&agency.service, &agency.producer, 0, 10)
                .await
                .is_err()
        );
        let choices = jobs::choices(&agency.service, &agency.producer)
            .await
            .unwrap();
        assert_eq!(
            (
                choices.clients.len(),
                choices.producers.len(),
                choices.workflows.len()
            ),
            (2, 1, 1)
        );
    })
    .await;
}
