//! Several cards moved at once, and one gate for all ways in.

use crate::{agency::plain, database::on_both};
use domain::{
    board::MoveHandoff,
    handoff::{HandoffKind::*, Stage},
    ids::HandoffId,
};
use service::{Error, engagements, handoffs};
use uuid::Uuid;

#[tokio::test]
async fn each_goes_or_stays_by_its_own_gate() {
    on_both(|agency| async move {
        agency.sign_another("Summer films").await;
        agency.sign_another("Autumn films").await;
        let cards = agency.cards(SalesToProduction).await;
        let ready = agency.submit(&agency.sales, &cards[0]).await.unwrap();
        let asked = vec![
            plain(&ready, Stage::Submitted),
            plain(&cards[1], Stage::Submitted),
            MoveHandoff {
                waive: Some("In a hurry".into()),
                ..plain(&cards[2], Stage::Submitted)
            },
            MoveHandoff::plain(HandoffId(Uuid::nil()), 1, Stage::Submitted),
            plain(&cards[0], Stage::Submitted),
        ];
        let moved = handoffs::move_together(&agency.service, &agency.sales, asked)
            .await
            .unwrap();
        let told: Vec<&str> = moved
            .iter()
            .map(|moved| moved.refused.as_deref().unwrap_or("went"))
            .collect();
        assert_eq!(
            told[0],
            "A handoff that is submitted cannot become submitted."
        );
        assert!(
            told[1].contains("Fill in what is missing, or waive it"),
            "{}",
            told[1]
        );
        assert_eq!(told[2], "went");
        assert!(
            told[3].starts_with("There is no such handoff"),
            "{}",
            told[3]
        );
        assert!(told[4].contains("in the meantime"), "{}", told[4]);
    })
    .await;
}

#[tokio::test]
async fn together_asks_who_may_and_never_a_question_of_its_own() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let waived = MoveHandoff {
            waive: Some("In a hurry".into()),
            ..plain(&card, Stage::Submitted)
        };
        let client =
            handoffs::move_together(&agency.service, &agency.client, vec![waived.clone()]).await;
        assert!(matches!(client, Err(Error::Refused(_))), "{client:?}");
        let moved =
            handoffs::move_together(&agency.service, &agency.generative, vec![waived.clone()])
                .await
                .unwrap();
        assert_eq!(
            moved[0].refused.as_deref(),
            Some("Only Sales can submit this.")
        );
        engagements::start_closing(&agency.service, &agency.producer, agency.engagement)
            .await
            .unwrap();
        let report = agency.card(ProductionToSales).await;
        let report = agency.submit(&agency.producer, &report).await.unwrap();
        let accept = vec![plain(&report, Stage::Accepted)];
        let moved = handoffs::move_together(&agency.service, &agency.sales, accept)
            .await
            .unwrap();
        assert!(
            moved[0].refused.as_ref().unwrap().contains("case-study"),
            "{moved:?}"
        );
        let many = vec![waived; 201];
        let many = handoffs::move_together(&agency.service, &agency.sales, many).await;
        assert!(matches!(many, Err(Error::Invalid { .. })), "{many:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_holds_nobody_up() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        assert_eq!(card.holder_name.as_deref(), Some("Pia Producer"));
        agency.leave("Pia Producer", "2026-03-02").await;
        let card = agency.card(SalesToProduction).await;
        assert_eq!(
            card.holder_name.as_deref(),
            Some("Pia Producer"),
            "her work is still seen"
        );
        let accepted = agency
            .push(&agency.admin, &card, Stage::Accepted)
            .await
            .unwrap();
        assert_eq!(accepted.stage, Stage::Accepted);
        assert_eq!(
            agency
                .card(ProductionToGenerative)
                .await
                .holder_name
                .as_deref(),
            Some("Pia Producer")
        );
    })
    .await;
}
