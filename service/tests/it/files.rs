//! Files and whose they are.

use crate::{agency::Agency, database::on_both};
use bytes::Bytes;
use domain::handoff::HandoffKind::SalesToProduction;
use futures::TryStreamExt as _;
use service::{
    Error,
    files::{self, NewFile, Owner},
    jobs,
};

async fn kept(agency: &Agency, text: &'static str) -> NewFile {
    let mut keeping = files::begin(&agency.service).await.unwrap();
    keeping
        .write(Bytes::from_static(text.as_bytes()))
        .await
        .unwrap();
    NewFile {
        name: "brief.txt".into(),
        kept: keeping.finish().await.unwrap(),
    }
}

#[tokio::test]
async fn a_jobs_files_are_its_clients_and_the_agencys() {
    on_both(|agency| async move {
        let id = agency.request().await;
        let file = kept(&agency, "thirty seconds").await;
        let added = files::add(
            &agency.service,
            &agency.client,
            Owner::Job(id),
            "Here it is",
            vec![file],
        )
        .await
        .unwrap();
        for actor in [&agency.client, &agency.producer] {
            let found = files::find(&agency.service, actor, added[0]).await.unwrap();
            assert_eq!((found.name.as_str(), found.size), ("brief.txt", 14));
            let bytes = files::read(&agency.service, &found.path, Some(0..6))
                .await
                .unwrap();
            let bytes: Vec<Bytes> = bytes.try_collect().await.unwrap();
            assert_eq!(bytes.concat(), b"thirty");
        }
        let foreign = files::find(&agency.service, &agency.stranger, added[0]).await;
        assert_eq!(foreign, Err(Error::NotFound("file")));
        let refused = files::may_add(&agency.service, &agency.stranger, Owner::Job(id)).await;
        assert_eq!(refused, Err(Error::NotFound("job")));
        let page = jobs::page(&agency.service, &agency.client, id)
            .await
            .unwrap();
        assert_eq!((page.files.len(), page.messages.len()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_handoffs_files_are_the_agencys_alone() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let owner = Owner::Handoff(card.id);
        assert!(matches!(
            files::may_add(&agency.service, &agency.producer, owner).await,
            Err(Error::Refused(_))
        ));
        let file = kept(&agency, "signed").await;
        let added = files::add(&agency.service, &agency.sales, owner, "", vec![file])
            .await
            .unwrap();
        assert!(
            files::find(&agency.service, &agency.producer, added[0])
                .await
                .is_ok()
        );
        let hidden = files::find(&agency.service, &agency.client, added[0]).await;
        assert_eq!(hidden, Err(Error::NotFound("file")));
    })
    .await;
}

#[tokio::test]
async fn what_is_dropped_before_its_end_leaves_nothing() {
    on_both(|agency| async move {
        let mut keeping = files::begin(&agency.service).await.unwrap();
        keeping.write(Bytes::from_static(b"half")).await.unwrap();
        assert_eq!(keeping.size(), 4);
        drop(keeping);
        assert_eq!(files::sweep(&agency.service).await, Ok(0));
    })
    .await;
}
