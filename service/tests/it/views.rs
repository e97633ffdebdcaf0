//! Views that people keep.

use crate::database::on_both;
use domain::view::ViewedPage;
use service::{Error, views};

#[tokio::test]
async fn a_view_is_its_owners_alone() {
    on_both(|agency| async move {
        let service = &agency.service;
        let kept = views::save(service, &agency.sales, " At risk ", "/board?risk=1")
            .await
            .unwrap();
        views::save(service, &agency.sales, "Numbers", "/dashboard?client=a")
            .await
            .unwrap();
        let own = views::list(service, &agency.sales).await.unwrap();
        let told: Vec<_> = own
            .iter()
            .map(|view| {
                (
                    view.name.as_str(),
                    view.looking.page,
                    view.looking.address(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("At risk", ViewedPage::Board, "/board?risk=1".to_owned()),
                (
                    "Numbers",
                    ViewedPage::Dashboard,
                    "/dashboard?client=a".to_owned()
                )
            ]
        );
        assert!(
            views::list(service, &agency.producer)
                .await
                .unwrap()
                .is_empty()
        );
        for done in [
            views::rename(service, &agency.producer, kept, "Mine now").await,
            views::delete(service, &agency.producer, kept).await,
        ] {
            assert_eq!(done, Err(Error::NotFound("view")));
        }
        views::rename(service, &agency.sales, kept, "Burning")
            .await
            .unwrap();
        assert_eq!(
            views::list(service, &agency.sales).await.unwrap()[0].name,
            "Burning"
        );
        views::delete(service, &agency.sales, kept).await.unwrap();
        assert_eq!(views::list(service, &agency.sales).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn only_what_makes_sense_is_kept_by_those_who_may() {
    on_both(|agency| async move {
        let service = &agency.service;
        let client = views::save(service, &agency.client, "Mine", "/board").await;
        assert!(matches!(client, Err(Error::Refused(_))), "{client:?}");
        let elsewhere = views::save(service, &agency.sales, "Mine", "https://evil.example").await;
        assert!(
            matches!(
                elsewhere,
                Err(Error::Invalid {
                    field: "address",
                    ..
                })
            ),
            "{elsewhere:?}"
        );
        let nameless = views::save(service, &agency.sales, "  ", "/board").await;
        assert!(
            matches!(nameless, Err(Error::Invalid { field: "name", .. })),
            "{nameless:?}"
        );
    })
    .await;
}
