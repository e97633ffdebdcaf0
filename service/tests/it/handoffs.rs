//! The four handoffs and what follows from them.

use crate::{
    agency::{Agency, plain},
    database::on_both,
};
use chrono::TimeDelta;
use domain::{
    board::{AnswerAvailability, BoardFilter, FillItem, HandoffCard, MoveHandoff},
    engagement::EngagementStage,
    handoff::{HandoffKind::*, Item, Stage, gate::ItemState},
    job::JobEventKind,
    policy::Actor,
};
use service::{Error, engagements, handoffs};

async fn stage(agency: &Agency) -> EngagementStage {
    let list = engagements::list(&agency.service, &agency.admin)
        .await
        .unwrap();
    list.iter()
        .find(|row| row.id == agency.engagement)
        .unwrap()
        .stage
}

async fn through(
    agency: &Agency,
    sender: &Actor,
    receiver: &Actor,
    card: &HandoffCard,
) -> HandoffCard {
    let card = agency.submit(sender, card).await.unwrap();
    agency.push(receiver, &card, Stage::Accepted).await.unwrap()
}

#[tokio::test]
async fn a_submitted_deliverable_shows_the_clock_of_its_job_until_that_is_delivered() {
    on_both(|agency| async move {
        let job = agency.request().await;
        for (who, event) in [
            (&agency.producer, JobEventKind::Accepted),
            (&agency.producer, JobEventKind::Production),
        ] {
            agency.happen(who, job, event, "").await.unwrap();
        }
        let h3 = agency.card(GenerativeToProduction).await;
        assert_eq!(h3.running(), h3.clock);
        let h3 = agency.submit(&agency.generative, &h3).await.unwrap();
        let running = h3.running();
        assert_eq!((running.due_at, running.met_at), (h3.clock.due_at, None));
        let h3 = agency.pass(&agency.producer, &h3).await.unwrap();
        assert!(h3.running().met_at.is_some(), "it is with the client");
    })
    .await;
}

#[tokio::test]
async fn an_engagement_goes_round_its_four_handoffs() {
    on_both(|agency| async move {
        assert_eq!(stage(&agency).await, EngagementStage::Signed);
        let h1 = agency.card(SalesToProduction).await;
        assert_eq!(h1.holder_name.as_deref(), Some("Sam Sales"));
        through(&agency, &agency.sales, &agency.producer, &h1).await;
        assert_eq!(stage(&agency).await, EngagementStage::Scoped);

        let h2 = agency.card(ProductionToGenerative).await;
        assert!(
            h2.clock.due_at.is_some(),
            "it is needed when the engagement starts"
        );
        let h2 = agency.submit(&agency.producer, &h2).await.unwrap();
        assert_eq!(h2.running().met_at, None, "the answer is owed now");
        assert_ne!(h2.running(), h2.clock);
        let answer = AnswerAvailability {
            id: h2.id,
            version: h2.version,
            answer: "Gus, from Monday".into(),
        };
        let h2 = handoffs::answer_availability(&agency.service, &agency.generative, answer)
            .await
            .unwrap();
        assert_eq!(h2.running(), h2.clock, "nothing is owed any more");
        let without = agency
            .push(&agency.generative, &h2, Stage::Accepted)
            .await
            .unwrap_err();
        assert!(
            matches!(without, Error::Invalid { field: "pod", .. }),
            "{without}"
        );
        let command = MoveHandoff {
            pod: Some(agency.pod),
            ..plain(&h2, Stage::Accepted)
        };
        let h2 = handoffs::move_handoff(&agency.service, &agency.generative, command)
            .await
            .unwrap();
        assert_eq!(h2.pod, Some(agency.pod));
        assert_eq!(stage(&agency).await, EngagementStage::Active);

        engagements::start_closing(&agency.service, &agency.producer, agency.engagement)
            .await
            .unwrap();
        assert_eq!(stage(&agency).await, EngagementStage::Closing);
        let h4 = agency.card(ProductionToSales).await;
        let h4 = agency.submit(&agency.producer, &h4).await.unwrap();
        let command = MoveHandoff {
            case_study: true,
            ..plain(&h4, Stage::Accepted)
        };
        handoffs::move_handoff(&agency.service, &agency.sales, command)
            .await
            .unwrap();
        assert_eq!(stage(&agency).await, EngagementStage::Closed);
        let page = engagements::page(&agency.service, &agency.sales, agency.engagement)
            .await
            .unwrap();
        let kinds: Vec<_> = page
            .cycle
            .iter()
            .map(|step| (step.kind, step.compliant))
            .collect();
        let compliant = Some(true);
        assert_eq!(
            kinds,
            [
                (SalesToProduction, compliant),
                (ProductionToGenerative, compliant),
                (ProductionToSales, compliant)
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn the_gate_names_what_is_missing_and_leaves_no_trace() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let before = agency.changes().await;
        let command = MoveHandoff {
            items: vec![(Item::Budget, "90,000".into())],
            ..plain(&card, Stage::Submitted)
        };
        let refused = handoffs::move_handoff(&agency.service, &agency.sales, command)
            .await
            .unwrap_err();
        assert!(
            refused
                .to_string()
                .contains("signed SOW, milestones, timeline and staffing plan"),
            "{refused}"
        );
        assert_eq!(agency.changes().await, before);
        assert_eq!(
            agency.card(SalesToProduction).await,
            card,
            "not even the item was kept"
        );
    })
    .await;
}

#[tokio::test]
async fn waived_items_go_through_with_a_reason() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let fill = FillItem {
            id: card.id,
            version: card.version,
            item: Item::Budget,
            body: "90,000".into(),
        };
        let card = handoffs::fill_item(&agency.service, &agency.sales, fill)
            .await
            .unwrap();
        assert_eq!(card.items_done(), (1, 5));
        let command = MoveHandoff {
            waive: Some("The client is in a hurry".into()),
            ..plain(&card, Stage::Submitted)
        };
        let card = handoffs::move_handoff(&agency.service, &agency.sales, command)
            .await
            .unwrap();
        assert_eq!(card.items[0], (Item::SignedSow, ItemState::Waived));
        let page = handoffs::page(&agency.service, &agency.producer, card.id)
            .await
            .unwrap();
        let submission = page.history.last().unwrap();
        assert_eq!(
            (submission.waived.len(), submission.reason.as_str()),
            (4, "The client is in a hurry")
        );
        assert_eq!(submission.by.as_deref(), Some("Sam Sales"));
        assert_eq!(page.items[4].body, "90,000");
    })
    .await;
}

#[tokio::test]
async fn a_return_asks_its_reason_and_counts() {
    on_both(|agency| async move {
        let card = agency
            .submit(&agency.sales, &agency.card(SalesToProduction).await)
            .await
            .unwrap();
        let silent = agency
            .push(&agency.producer, &card, Stage::Preparing)
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
        let command = MoveHandoff {
            reason: Some("The budget is last year's".into()),
            ..plain(&card, Stage::Preparing)
        };
        let card = handoffs::move_handoff(&agency.service, &agency.producer, command)
            .await
            .unwrap();
        assert_eq!((card.stage, card.returns), (Stage::Preparing, 1));
    })
    .await;
}

#[tokio::test]
async fn only_the_receiver_accepts() {
    on_both(|agency| async move {
        let card = agency
            .submit(&agency.sales, &agency.card(SalesToProduction).await)
            .await
            .unwrap();
        for other in [&agency.sales, &agency.generative, &agency.executive] {
            let refused = agency
                .push(other, &card, Stage::Accepted)
                .await
                .unwrap_err();
            assert_eq!(
                refused,
                Error::Refused("Only Production can accept this.".into())
            );
        }
        assert!(
            agency
                .push(&agency.admin, &card, Stage::Accepted)
                .await
                .is_ok()
        );
    })
    .await;
}

#[tokio::test]
async fn a_stale_move_is_told_who_changed_what() {
    on_both(|agency| async move {
        let seen = agency.card(SalesToProduction).await;
        agency.submit(&agency.sales, &seen).await.unwrap();
        let conflict = agency
            .push(&agency.sales, &seen, Stage::Submitted)
            .await
            .unwrap_err();
        let Error::Conflict { sentence, now } = conflict else {
            panic!("{conflict}")
        };
        assert!(
            sentence.starts_with(
                "Sam Sales submitted this handoff in the meantime: it is submitted now."
            ),
            "{sentence}"
        );
        let now: HandoffCard = serde_json::from_value(now).unwrap();
        assert_eq!(now, agency.card(SalesToProduction).await);
    })
    .await;
}

#[tokio::test]
async fn the_due_time_of_a_pod_request_follows_the_day_it_is_needed() {
    on_both(|agency| async move {
        let h1 = agency.card(SalesToProduction).await;
        through(&agency, &agency.sales, &agency.producer, &h1).await;
        let card = agency.card(ProductionToGenerative).await;
        let later = crate::agency::day("2026-04-16");
        let moved = handoffs::set_needed_on(
            &agency.service,
            &agency.producer,
            card.id,
            card.version,
            Some(later),
        )
        .await
        .unwrap();
        assert_eq!(
            moved.clock.due_at,
            Some("2026-04-10T00:00:00+02:00".parse().unwrap())
        );
        let none = handoffs::set_needed_on(
            &agency.service,
            &agency.producer,
            card.id,
            moved.version,
            None,
        )
        .await
        .unwrap();
        assert_eq!(none.clock.due_at, None);
    })
    .await;
}

#[tokio::test]
async fn accepted_cards_leave_the_board_and_are_found_on_demand() {
    on_both(|agency| async move {
        let h1 = agency.card(SalesToProduction).await;
        agency.later(TimeDelta::hours(1));
        through(&agency, &agency.sales, &agency.producer, &h1).await;
        assert!(agency.cards(SalesToProduction).await.is_empty());
        let board = handoffs::board(&agency.service, &agency.sales)
            .await
            .unwrap();
        assert_eq!(board.accepted[0], (SalesToProduction, 1));
        let under = async |filter: BoardFilter| {
            let (service, sales) = (&agency.service, &agency.sales);
            let counts = handoffs::count_accepted(service, sales, &filter).await;
            let cards = handoffs::accepted(service, sales, SalesToProduction, &filter, 0).await;
            (counts.unwrap()[0].1, cards.unwrap().len())
        };
        let mine = BoardFilter {
            mine: true,
            ..BoardFilter::default()
        };
        let saying = |text: &str| BoardFilter {
            text: text.to_owned(),
            ..BoardFilter::default()
        };
        assert_eq!(under(BoardFilter::default()).await, (1, 1));
        assert_eq!(under(saying(&h1.client_name.to_uppercase())).await, (1, 1));
        assert_eq!(under(saying("nobody is called this")).await, (0, 0));
        assert_eq!(under(mine).await, (0, 0));
        let h2 = agency.card(ProductionToGenerative).await;
        let page = handoffs::page(&agency.service, &agency.sales, h2.id)
            .await
            .unwrap();
        assert_eq!(page.previous.unwrap().id, h1.id);
        assert_eq!(page.next, None);
    })
    .await;
}

#[tokio::test]
async fn clients_never_see_the_board() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        assert!(matches!(
            handoffs::board(&agency.service, &agency.client).await,
            Err(Error::Refused(_))
        ));
        assert!(matches!(
            handoffs::page(&agency.service, &agency.client, card.id).await,
            Err(Error::Refused(_))
        ));
        let moved = agency.push(&agency.client, &card, Stage::Submitted).await;
        assert!(matches!(moved, Err(Error::Refused(_))));
    })
    .await;
}
