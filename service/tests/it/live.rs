//! The change log and those who wait for it.

use crate::database::on_both;
use domain::job::JobEventKind::Accepted;
use object_store::memory::InMemory;
use service::{Random, Service, db::Db, live};
use std::{sync::Arc, time::Duration};

#[tokio::test]
async fn everyone_reads_what_is_theirs_in_order() {
    on_both(|agency| async move {
        let id = agency.request().await;
        agency
            .happen(&agency.producer, id, Accepted, "")
            .await
            .unwrap();
        let read = async |actor| {
            let rows = live::since(&agency.service, actor, 0, 100).await.unwrap();
            rows.into_iter()
                .map(|row| (row.seq, row.entity, row.action, row.actor_name))
                .collect::<Vec<_>>()
        };
        let of_client = read(&agency.client).await;
        assert_eq!(of_client.len(), 2);
        let untold = |row: &(i64, String, String, String)| row.2 == "changed" && row.3.is_empty();
        assert!(
            of_client.iter().all(untold),
            "who did what is the agency's own"
        );
        assert!(of_client.iter().all(|row| row.1 == "job"));
        assert!(read(&agency.stranger).await.is_empty());
        let of_agency = read(&agency.producer).await;
        assert!(of_agency.len() > of_client.len() && of_agency.is_sorted());
        let accepted =
            |row: &(i64, String, String, String)| row.2 == "accepted" && row.3 == "Pia Producer";
        assert!(of_agency.iter().any(accepted));
        let last = of_agency.last().unwrap().0;
        assert!(
            live::since(&agency.service, &agency.producer, last, 100)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn a_commit_wakes_its_own_node() {
    on_both(|agency| async move {
        let mut woken = agency.service.hub().changed();
        woken.mark_unchanged();
        agency.request().await;
        tokio::time::timeout(Duration::from_secs(5), woken.changed())
            .await
            .unwrap()
            .unwrap();
        let newest = *woken.borrow();
        assert_eq!(newest, agency.changes().await);
    })
    .await;
}

#[tokio::test]
async fn a_commit_wakes_the_other_nodes_on_postgres() {
    on_both(|agency| async move {
        if agency.url.starts_with("sqlite") {
            return;
        }
        let db = Db::open(&agency.url).await.unwrap();
        let other = Service::with(
            db,
            Arc::new(InMemory::new()),
            agency.clock.clone(),
            Random::seeded(2),
        )
        .await
        .unwrap();
        let mut woken = other.hub().changed();
        // The other node may need a moment until it listens.
        for _ in 0..10 {
            agency.request().await;
            let newest = agency.changes().await;
            let heard = woken.wait_for(|seq| *seq == newest);
            if tokio::time::timeout(Duration::from_secs(2), heard)
                .await
                .is_ok()
            {
                return;
            }
        }
        panic!("the other node hears of no change");
    })
    .await;
}
