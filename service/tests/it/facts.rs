//! The facts behind the numbers.

use crate::database::on_both;
use domain::{job::JobEventKind::Accepted, money::Cents, time::Zone};
use service::facts;

#[tokio::test]
async fn facts_are_what_was_stored() {
    on_both(|agency| async move {
        let id = agency.request().await;
        agency
            .happen(&agency.producer, id, Accepted, "")
            .await
            .unwrap();
        let mut tx = agency.service.db().read().await.unwrap();
        let facts = facts::load(&mut tx).await.unwrap();
        assert_eq!(
            facts.calendar.zone,
            Zone::from_iana("Europe/Berlin").unwrap()
        );
        assert_eq!(facts.currency, "EUR");
        assert_eq!(
            (facts.people.len(), facts.clients.len(), facts.pods.len()),
            (3, 2, 1)
        );
        assert_eq!(facts.engagements[0].monthly_fee, Cents(3_000_000));
        let job = &facts.jobs[0];
        assert_eq!(
            (job.id, job.events.len(), job.events[0].kind),
            (id, 1, Accepted)
        );
        assert_eq!(facts.handoffs[0].events.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_viewer_gets_the_facts_that_are_theirs() {
    on_both(|agency| async move {
        agency.request().await;
        let mut tx = agency.service.db().read().await.unwrap();
        let all = facts::load(&mut tx).await.unwrap();
        let of = |actor| facts::visible(all.clone(), actor);
        assert_eq!(of(&agency.executive), all);
        let sales = of(&agency.sales);
        assert_eq!(sales.engagements[0].monthly_fee, Cents(3_000_000));
        assert!(
            sales
                .people
                .iter()
                .all(|person| person.monthly_cost.is_none())
        );
        assert_eq!(of(&agency.generative).engagements[0].monthly_fee, Cents(0));
        let own = of(&agency.client);
        assert_eq!((own.clients.len(), own.jobs.len()), (1, 1));
        assert!(
            own.people.is_empty()
                && own.handoffs.is_empty()
                && own.engagements[0].producer.is_none()
        );
        let others = of(&agency.stranger);
        assert!(
            others.jobs.is_empty() && others.engagements.is_empty() && others.workflows.is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn facts_are_kept_until_something_changes() {
    on_both(|agency| async move {
        let first = facts::current(&agency.service).await.unwrap();
        let again = facts::current(&agency.service).await.unwrap();
        assert!(std::sync::Arc::ptr_eq(&first, &again));
        let id = agency.request().await;
        let newer = facts::current(&agency.service).await.unwrap();
        assert_eq!(newer.seq, agency.changes().await);
        assert!(newer.facts.jobs.iter().any(|job| job.id == id));
    })
    .await;
}
