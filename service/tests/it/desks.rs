//! Passing on a desk.

use crate::{
    agency::{Agency, day},
    database::on_both,
};
use domain::{
    desk::{Desk, PassDesk, Place, Seat},
    feed::FeedKind,
    handoff::HandoffKind,
    ids::PersonId,
    policy::Actor,
};
use service::{
    Error, Result,
    db::rows::{EngagementRow, PersonRow},
    desks, engagements, feed,
};
use uuid::Uuid;

const BO: PersonId = PersonId(Uuid::from_u128(0xb0));

/// Pia's desk, once Bo, another producer, is there and stands in for her.
async fn with_backup(agency: &Agency) -> Desk {
    let mut tx = agency.service.db().write().await.unwrap();
    let bo = PersonRow {
        id: BO.0,
        key: "bo".into(),
        name: "Bo Backup".into(),
        email: "bo@agency.example".into(),
        department: Some("Production".into()),
        title: "Producer".into(),
        hired_on: Some(day("2025-01-01")),
        independent_on: None,
        left_on: None,
        monthly_cost: None,
        weekly_hours: None,
        version: 1,
    };
    PersonRow::insert(&mut tx, &[bo]).await.unwrap();
    let mut row = EngagementRow::by_id(&mut tx, agency.engagement.0)
        .await
        .unwrap()
        .unwrap();
    row.backup = Some(BO.0);
    row.save(&mut tx).await.unwrap();
    agency.service.commit(tx).await.unwrap();
    desks::desk(&agency.service, &agency.admin, pia(agency))
        .await
        .unwrap()
}

fn pia(agency: &Agency) -> PersonId {
    agency.producer.person.unwrap()
}

async fn pass(agency: &Agency, who: &Actor, to: &[(Seat, PersonId)]) -> Result<()> {
    let command = PassDesk {
        person: pia(agency),
        to: to.to_vec(),
        notes: vec![(BO, " Call Acme on Monday. ".into())],
    };
    desks::pass(&agency.service, who, command).await
}

#[tokio::test]
async fn a_desk_goes_to_others_in_one_step() {
    on_both(|agency| async move {
        let card = agency.card(HandoffKind::SalesToProduction).await;
        agency.submit(&agency.sales, &card).await.unwrap();
        let desk = with_backup(&agency).await;
        assert_eq!(desk.seats.len(), 1);
        assert_eq!(
            (desk.seats[0].seat.place, desk.seats[0].other),
            (Place::Producer, Some(BO))
        );
        assert_eq!(desk.handoffs.len(), 1, "the SOW package waits for her");
        pass(&agency, &agency.producer, &[(desk.seats[0].seat, BO)])
            .await
            .unwrap();
        let page = engagements::page(&agency.service, &agency.admin, agency.engagement)
            .await
            .unwrap();
        assert_eq!(page.row.producer.unwrap().id, BO);
        assert_eq!(
            page.row.backup, None,
            "whoever takes over stands in for nobody"
        );
        assert_eq!(
            agency.card(HandoffKind::SalesToProduction).await.holder,
            Some(BO)
        );
        let left = desks::desk(&agency.service, &agency.admin, pia(&agency))
            .await
            .unwrap();
        assert!(left.seats.is_empty() && left.handoffs.is_empty());
        let bo = Actor {
            person: Some(BO),
            user: None,
            ..agency.producer.clone()
        };
        let feed = feed::feed(&agency.service, &bo).await.unwrap();
        let told = feed
            .items
            .iter()
            .find(|item| item.kind == FeedKind::Desk)
            .unwrap();
        assert_eq!(told.said, "Call Acme on Monday.");
        assert_eq!(told.by.as_deref(), Some("Pia Producer"));
    })
    .await;
}

#[tokio::test]
async fn a_desk_goes_as_a_whole_or_not_at_all() {
    on_both(|agency| async move {
        let desk = with_backup(&agency).await;
        let before = agency.changes().await;
        let seat = desk.seats[0].seat;
        let sales = agency.sales.person.unwrap();
        for to in [vec![], vec![(seat, sales)], vec![(seat, pia(&agency))]] {
            let refused = pass(&agency, &agency.admin, &to).await;
            assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
        }
        assert_eq!(agency.changes().await, before);
    })
    .await;
}

#[tokio::test]
async fn others_desks_are_executives_and_admins_to_pass_on() {
    on_both(|agency| async move {
        let seat = with_backup(&agency).await.seats[0].seat;
        let bo = Actor {
            person: Some(BO),
            ..agency.producer.clone()
        };
        for who in [&agency.sales, &agency.generative, &agency.client, &bo] {
            let read = desks::desk(&agency.service, who, pia(&agency)).await;
            assert!(matches!(read, Err(Error::Refused(_))), "{read:?}");
            let passed = pass(&agency, who, &[(seat, BO)]).await;
            assert!(matches!(passed, Err(Error::Refused(_))), "{passed:?}");
        }
        pass(&agency, &agency.executive, &[(seat, BO)])
            .await
            .unwrap();
        let none = desks::desk(&agency.service, &agency.admin, PersonId(Uuid::nil())).await;
        assert!(matches!(none, Err(Error::NotFound("person"))), "{none:?}");
    })
    .await;
}
