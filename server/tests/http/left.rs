//! A person leaves while holding work.

use crate::support::{Baton, Who};
use chrono::NaiveDate;
use domain::desk::Desk;
use service::db::rows::PersonRow;
use uuid::Uuid;

#[tokio::test]
async fn whoever_has_left_is_seen_everywhere_until_their_desk_is_passed_on() {
    let baton = Baton::start().await;
    leave(&baton, "pia").await;
    let pia = baton.agency.id("pia");
    let desk = format!("href=\"/team/{pia}\"");
    let engagement = format!("/engagements/{}", baton.agency.id("north-2026"));
    let handoff = format!("/handoffs/{}", baton.agency.id("north-h2"));
    let pages = ["/board", "/board/list", "/team", &engagement, &handoff];
    for path in pages {
        let page = baton.get(Who::Executive, path).await;
        assert!(
            page.body.contains(&desk),
            "{path} leads to her desk: {page:?}"
        );
    }
    // Sales passes nobody's desk on, and sees why nothing happens.
    let page = baton.get(Who::Sales, &handoff).await;
    assert!(
        !page.body.contains(&desk)
            && page
                .body
                .contains("An executive or an admin passes this work on.")
    );

    let petra = hire(&baton, "Petra Holm").await;
    let asked = format!("person={pia}");
    let seats = baton.call(Who::Executive, "load_desk", &asked).await;
    let seats: Desk = serde_json::from_str(&seats.body).unwrap();
    let chosen: String = seats
        .seats
        .iter()
        .map(|held| format!("&seats[{}]={petra}", held.seat))
        .collect();
    let passed = baton
        .call(
            Who::Executive,
            "pass_desk",
            &format!("person={pia}{chosen}"),
        )
        .await;
    assert!(
        passed.status.is_success() || passed.status.is_redirection(),
        "{passed:?}"
    );
    for path in pages {
        let page = baton.get(Who::Executive, path).await;
        assert!(
            !page.body.contains(&desk),
            "{path} has nothing of hers any more: {page:?}"
        );
    }
}

async fn leave(baton: &Baton, key: &str) {
    let mut tx = baton.service.db().write().await.unwrap();
    let found = PersonRow::by_id(&mut tx, baton.agency.id(key)).await;
    let mut person = found.unwrap().unwrap();
    person.left_on = NaiveDate::from_ymd_opt(2026, 2, 28);
    person.save(&mut tx).await.unwrap();
    baton.service.commit(tx).await.unwrap();
}

async fn hire(baton: &Baton, name: &str) -> Uuid {
    let mut tx = baton.service.db().write().await.unwrap();
    let found = PersonRow::by_id(&mut tx, baton.agency.id("pia")).await;
    let person = PersonRow {
        id: Uuid::from_u128(7),
        key: "petra".into(),
        name: name.into(),
        email: "petra@agency.example".into(),
        left_on: None,
        ..found.unwrap().unwrap()
    };
    PersonRow::insert(&mut tx, std::slice::from_ref(&person))
        .await
        .unwrap();
    baton.service.commit(tx).await.unwrap();
    person.id
}
