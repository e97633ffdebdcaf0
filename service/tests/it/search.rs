//! Finding things.

use crate::{agency::Agency, database::on_both};
use domain::{
    handoff::Stage,
    policy::Actor,
    search::{Hit, HitKind},
};
use service::{Error, search};

async fn found(agency: &Agency, who: &Actor, typed: &str) -> Vec<Hit> {
    let mut hits = search::search(&agency.service, who, typed).await.unwrap();
    hits.retain(|hit| hit.kind != HitKind::Action);
    hits
}

fn words(hits: &[Hit]) -> Vec<String> {
    let words = |hit: &Hit| format!("{} {}", hit.kind, hit.name);
    hits.iter().map(words).collect()
}

#[tokio::test]
async fn everything_is_found_by_its_name_or_its_clients() {
    on_both(|agency| async move {
        let job = agency.request().await;
        let all = found(&agency, &agency.producer, "acme").await;
        let expected = [
            "client Acme",
            "brand Acme: brand",
            "engagement Spring films",
            "handoff Spring films",
            "job A film",
        ];
        assert_eq!(words(&all), expected);
        assert_eq!(all[4].opens, format!("/jobs/{job}"));
        let standing = all[3].standing.unwrap();
        assert_eq!(standing.stage, Stage::Preparing);
        assert!(standing.at.is_some(), "due 48 hours after the signature");
        assert_eq!(
            words(&found(&agency, &agency.producer, "FILM").await)[0],
            "engagement Spring films"
        );
        assert_eq!(
            words(&found(&agency, &agency.producer, "film acme").await).len(),
            3
        );
        let people = found(&agency, &agency.producer, "gus").await;
        assert_eq!(words(&people), ["person Gus Generative"]);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_found_that_one_may_not_open() {
    on_both(|agency| async move {
        assert!(
            found(&agency, &agency.sales, "gus").await.is_empty(),
            "the team is closed to Sales"
        );
        let client = search::search(&agency.service, &agency.client, "film").await;
        assert!(matches!(client, Err(Error::Refused(_))), "{client:?}");
    })
    .await;
}

#[tokio::test]
async fn signs_are_looked_for_as_they_are() {
    on_both(|agency| async move {
        for typed in ["%", "_", "\\", "'", "", "   ", "nothing like it"] {
            assert!(
                found(&agency, &agency.admin, typed).await.is_empty(),
                "{typed}"
            );
        }
    })
    .await;
}
