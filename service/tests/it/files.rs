//! Files and whose they are.

use crate::{agency::Agency, database::on_both};
use bytes::Bytes;
use domain::{file::Preview, handoff::HandoffKind::SalesToProduction};
use futures::TryStreamExt as _;
use service::{
    Error,
    db::Db,
    files::{self, NewFile, Owner},
    jobs,
};
use sqlx::Executor as _;

async fn kept(agency: &Agency, text: &'static str) -> NewFile {
    let bytes = Bytes::from_static(text.as_bytes());
    files::take_in(&agency.service, "brief.txt", bytes)
        .await
        .unwrap()
}

/// As in a database from before files were looked at.
async fn forget_what_they_are(db: &Db) {
    let sql = "UPDATE file SET found = NULL";
    match db {
        Db::Sqlite { write, .. } => write.execute(sql).await.map(drop),
        Db::Postgres(pool) => pool.execute(sql).await.map(drop),
    }
    .unwrap();
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

#[tokio::test]
async fn files_from_before_are_looked_at_once() {
    on_both(|agency| async move {
        let id = agency.request().await;
        let bytes = Bytes::from_static(b"%PDF-1.4\n");
        let file = files::take_in(&agency.service, "logo.png", bytes)
            .await
            .unwrap();
        let owner = Owner::Job(id);
        let added = files::add(&agency.service, &agency.client, owner, "", vec![file])
            .await
            .unwrap();
        let listed = async || {
            let page = jobs::page(&agency.service, &agency.producer, id)
                .await
                .unwrap();
            (page.files[0].preview, page.files[0].disguise.clone())
        };
        let disguised = Some("named .png, but its content is a PDF".to_owned());
        assert_eq!(listed().await, (Some(Preview::Pdf), disguised.clone()));
        forget_what_they_are(agency.service.db()).await;
        assert_eq!(listed().await, (None, None), "nothing is shown unseen");
        let found = files::find(&agency.service, &agency.client, added[0])
            .await
            .unwrap();
        assert_eq!(found.found, "application/pdf");
        assert_eq!(files::look_at_old(&agency.service).await, Ok(1));
        assert_eq!(files::look_at_old(&agency.service).await, Ok(0));
        assert_eq!(listed().await, (Some(Preview::Pdf), disguised));
    })
    .await;
}

#[tokio::test]
async fn files_of_one_form_stay_in_the_order_in_which_they_were_sent() {
    on_both(|agency| async move {
        let id = agency.request().await;
        let names: Vec<String> = (1..=12)
            .map(|number| format!("frame {number}.txt"))
            .collect();
        let mut sent = Vec::new();
        for name in &names {
            let name = name.clone();
            sent.push(NewFile {
                name,
                ..kept(&agency, "a frame").await
            });
        }
        files::add(&agency.service, &agency.client, Owner::Job(id), "", sent)
            .await
            .unwrap();
        let page = jobs::page(&agency.service, &agency.producer, id)
            .await
            .unwrap();
        let listed: Vec<String> = page.files.into_iter().map(|file| file.name).collect();
        assert_eq!(listed, names);
    })
    .await;
}
