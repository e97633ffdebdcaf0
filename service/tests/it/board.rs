//! The board's columns: their limits, the order of their cards, and when a move happened.

use crate::{
    agency::{Agency, plain},
    database::on_both,
};
use chrono::TimeDelta;
use domain::{
    board::{HandoffCard, MoveHandoff, Place, SetLimit},
    handoff::{HandoffKind::*, Stage},
    ids::HandoffId,
    policy::Actor,
};
use service::{Clock as _, Error, Result, handoffs};

async fn limit(agency: &Agency, stage: Stage, most: Option<u32>, hard: bool) -> Result<()> {
    let command = SetLimit {
        kind: SalesToProduction,
        stage,
        most,
        hard,
    };
    handoffs::set_limit(&agency.service, &agency.producer, command)
        .await
        .map(drop)
}

/// Three SOW packages in preparation.
async fn three(agency: &Agency) -> Vec<HandoffCard> {
    agency.sign_another("Summer films").await;
    agency.sign_another("Autumn films").await;
    let cards = agency.cards(SalesToProduction).await;
    assert_eq!(cards.len(), 3);
    cards
}

fn field(error: &Error) -> &str {
    match error {
        Error::Invalid { field, .. } => field,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_hard_limit_is_held_and_overridden_with_a_reason_that_is_kept() {
    on_both(|agency| async move {
        let cards = three(&agency).await;
        limit(&agency, Stage::Submitted, Some(1), true)
            .await
            .unwrap();
        agency.submit(&agency.sales, &cards[0]).await.unwrap();
        let before = agency.changes().await;
        let full = agency.submit(&agency.sales, &cards[1]).await.unwrap_err();
        assert_eq!(field(&full), "over_limit");
        assert!(
            full.to_string().contains("1 of at most 1 are there"),
            "{full}"
        );
        assert_eq!(agency.changes().await, before, "nothing was written");
        let over = MoveHandoff {
            waive: Some("Later".into()),
            over_limit: Some("The client waits".into()),
            ..plain(&cards[1], Stage::Submitted)
        };
        let card = handoffs::move_handoff(&agency.service, &agency.sales, over)
            .await
            .unwrap();
        let page = handoffs::page(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        assert_eq!(page.history.last().unwrap().over_limit, "The client waits");
    })
    .await;
}

#[tokio::test]
async fn a_soft_limit_lets_all_through_and_one_that_is_taken_away_too() {
    on_both(|agency| async move {
        let cards = three(&agency).await;
        limit(&agency, Stage::Submitted, Some(1), false)
            .await
            .unwrap();
        agency.submit(&agency.sales, &cards[0]).await.unwrap();
        agency.submit(&agency.sales, &cards[1]).await.unwrap();
        limit(&agency, Stage::Submitted, Some(1), true)
            .await
            .unwrap();
        assert_eq!(
            handoffs::limits(&agency.service, &agency.sales)
                .await
                .unwrap()
                .len(),
            1
        );
        assert!(agency.submit(&agency.sales, &cards[2]).await.is_err());
        limit(&agency, Stage::Submitted, None, true).await.unwrap();
        agency.submit(&agency.sales, &cards[2]).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn limits_are_set_by_those_who_may_and_make_sense() {
    on_both(|agency| async move {
        let command = SetLimit {
            kind: SalesToProduction,
            stage: Stage::Submitted,
            most: Some(3),
            hard: true,
        };
        for other in [
            &agency.sales,
            &agency.generative,
            &agency.executive,
            &agency.client,
        ] {
            let refused = handoffs::set_limit(&agency.service, other, command)
                .await
                .unwrap_err();
            assert_eq!(
                refused,
                Error::Refused("Only Production can limit the board's columns.".into())
            );
        }
        for (stage, most) in [
            (Stage::Submitted, 0),
            (Stage::Submitted, 1_000),
            (Stage::Accepted, 3),
        ] {
            let bad = limit(&agency, stage, Some(most), true).await.unwrap_err();
            assert_eq!(field(&bad), "most");
        }
        assert!(
            handoffs::limits(&agency.service, &agency.client)
                .await
                .is_err()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_come_at_once_one_gets_the_last_place() {
    on_both(|agency| async move {
        let cards = three(&agency).await;
        limit(&agency, Stage::Submitted, Some(1), true)
            .await
            .unwrap();
        let send = |card: HandoffCard| {
            let agency = agency.clone();
            tokio::spawn(async move { agency.submit(&agency.sales, &card).await })
        };
        let (one, other) = tokio::join!(send(cards[0].clone()), send(cards[1].clone()));
        let came = [one.unwrap(), other.unwrap()];
        assert_eq!(
            came.iter().filter(|outcome| outcome.is_ok()).count(),
            1,
            "{came:?}"
        );
    })
    .await;
}

async fn order(agency: &Agency) -> Vec<HandoffId> {
    agency
        .cards(SalesToProduction)
        .await
        .iter()
        .map(|card| card.id)
        .collect()
}

async fn put(agency: &Agency, card: &HandoffCard, place: Place) -> Result<HandoffCard> {
    let command = MoveHandoff {
        place: Some(place),
        ..plain(card, card.stage)
    };
    handoffs::move_handoff(&agency.service, &agency.producer, command).await
}

#[tokio::test]
async fn a_card_goes_between_two_others() {
    on_both(|agency| async move {
        let cards = three(&agency).await;
        let [a, b, c] = [cards[0].id, cards[1].id, cards[2].id];
        put(&agency, &cards[2], Place::After(a)).await.unwrap();
        assert_eq!(order(&agency).await, [a, c, b]);
        put(&agency, &cards[1], Place::First).await.unwrap();
        assert_eq!(order(&agency).await, [b, a, c]);
        let stale = put(&agency, &cards[1], Place::After(c)).await.unwrap_err();
        assert!(matches!(stale, Error::Conflict { .. }), "{stale}");
        let page = handoffs::page(&agency.service, &agency.sales, b)
            .await
            .unwrap();
        assert_eq!(page.history.len(), 1, "arranging is no event");
    })
    .await;
}

#[tokio::test]
async fn a_move_keeps_its_place_and_a_lost_neighbour_means_the_end() {
    on_both(|agency| async move {
        let cards = three(&agency).await;
        let first = agency.submit(&agency.sales, &cards[0]).await.unwrap();
        let second = agency.submit(&agency.sales, &cards[1]).await.unwrap();
        let between = MoveHandoff {
            waive: Some("Later".into()),
            place: Some(Place::After(first.id)),
            ..plain(&cards[2], Stage::Submitted)
        };
        let third = handoffs::move_handoff(&agency.service, &agency.sales, between)
            .await
            .unwrap();
        assert_eq!(order(&agency).await, [first.id, third.id, second.id]);
        agency
            .push(&agency.producer, &first, Stage::Accepted)
            .await
            .unwrap();
        put(&agency, &third, Place::After(first.id)).await.unwrap();
        assert_eq!(order(&agency).await, [second.id, third.id]);
    })
    .await;
}

#[tokio::test]
async fn only_the_two_sides_arrange() {
    on_both(|agency| async move {
        let cards = three(&agency).await;
        for other in [&agency.generative, &agency.executive, &agency.client] {
            let command = MoveHandoff {
                place: Some(Place::First),
                ..plain(&cards[1], Stage::Preparing)
            };
            let refused = handoffs::move_handoff(&agency.service, other, command).await;
            assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_happened_earlier_is_entered_with_its_own_time() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let opened = agency.clock.now();
        agency.later(TimeDelta::hours(60));
        let at = |happened_at| MoveHandoff {
            waive: None,
            items: card
                .kind
                .required()
                .iter()
                .map(|item| (*item, "there".to_owned()))
                .collect(),
            happened_at: Some(happened_at),
            ..plain(&card, Stage::Submitted)
        };
        for wrong in [
            opened - TimeDelta::hours(1),
            agency.clock.now() + TimeDelta::seconds(1),
        ] {
            let refused = handoffs::move_handoff(&agency.service, &agency.sales, at(wrong)).await;
            assert_eq!(field(&refused.unwrap_err()), "happened");
        }
        let happened = opened + TimeDelta::hours(40);
        let card = handoffs::move_handoff(&agency.service, &agency.sales, at(happened))
            .await
            .unwrap();
        assert_eq!(
            card.clock.kept(),
            Some(true),
            "it was submitted within its 48 hours"
        );
        let page = handoffs::page(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        let entry = page.history.last().unwrap();
        assert_eq!(
            (entry.at, entry.recorded_at),
            (happened, agency.clock.now())
        );
    })
    .await;
}

#[tokio::test]
async fn a_limit_goes_back_to_what_it_was_until_somebody_changed_it_again() {
    on_both(|agency| async move {
        let set = async |who: &Actor, most| {
            let command = SetLimit {
                kind: SalesToProduction,
                stage: Stage::Submitted,
                most,
                hard: true,
            };
            handoffs::set_limit(&agency.service, who, command)
                .await
                .unwrap()
        };
        let now = async || {
            let limits = handoffs::limits(&agency.service, &agency.sales)
                .await
                .unwrap();
            limits.first().map(|limit| limit.most)
        };
        let first = set(&agency.producer, Some(3)).await;
        let second = set(&agency.admin, Some(5)).await;
        let take_back =
            async |who: &Actor, seq| handoffs::take_back_limit(&agency.service, who, seq).await;
        let late = take_back(&agency.producer, first).await.unwrap_err();
        let why = "Ada Admin changed this limit since: set it by hand instead.";
        assert_eq!(late, Error::Refused(why.into()));
        let by_sales = take_back(&agency.sales, second).await.unwrap_err();
        assert!(matches!(by_sales, Error::Refused(_)), "{by_sales}");
        take_back(&agency.producer, second).await.unwrap();
        assert_eq!(now().await, Some(3));
        let twice = take_back(&agency.producer, second).await;
        assert_eq!(twice, Err(Error::NotFound("change")));
        take_back(&agency.producer, first).await.unwrap();
        assert_eq!(now().await, None);

        set(&agency.producer, Some(7)).await;
        let changes = handoffs::limit_changes(&agency.service, &agency.producer)
            .await
            .unwrap();
        let told: Vec<_> = changes
            .iter()
            .map(|change| {
                let most = change.now.map(|limit| limit.most);
                (
                    most,
                    change.takes_back,
                    change.taken_back,
                    change.undo.is_some(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (Some(7), false, false, true),
                (None, true, false, false),
                (Some(3), true, false, false),
                (Some(5), false, true, false),
                (Some(3), false, true, false),
            ]
        );
    })
    .await;
}
