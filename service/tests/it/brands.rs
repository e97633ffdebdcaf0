//! Brand pages, and their copies in pod requests.

use crate::{agency::Agency, database::on_both};
use bytes::Bytes;
use domain::{
    board::HandoffCard,
    brand::{Brand, BrandFields, BrandPage, SaveBrand},
    handoff::{HandoffKind::*, Stage},
    ids::*,
    package::{Content, PackagePage, SavePackage},
    policy::Actor,
};
use service::{
    Error, Result, brands,
    files::{self, Owner},
    handoffs, packages,
};

/// Acme.
fn client(agency: &Agency) -> ClientId {
    agency.client.client.unwrap()
}

async fn page(agency: &Agency) -> BrandPage {
    brands::brand_page(&agency.service, &agency.generative, client(agency))
        .await
        .unwrap()
}

async fn write(agency: &Agency, actor: &Actor, version: i64, voice: &str) -> Result<i64> {
    let command = SaveBrand {
        client: client(agency),
        version,
        fields: BrandFields {
            voice: voice.into(),
            links: "Guide https://acme.example/brand".into(),
            ..BrandFields::default()
        },
    };
    brands::write_brand(&agency.service, actor, command).await
}

async fn add_logo(agency: &Agency) -> FileId {
    let bytes = Bytes::from_static(b"\x89PNG\r\n\x1a\n");
    let file = files::take_in(&agency.service, "logo.png", bytes)
        .await
        .unwrap();
    let owner = Owner::Brand(client(agency));
    let added = files::add(&agency.service, &agency.sales, owner, "", vec![file]).await;
    added.unwrap()[0]
}

/// The pod request that accepting the SOW package opens.
async fn request(agency: &Agency) -> HandoffCard {
    let card = agency.card(SalesToProduction).await;
    let card = agency.submit(&agency.sales, &card).await.unwrap();
    agency
        .push(&agency.producer, &card, Stage::Accepted)
        .await
        .unwrap();
    agency.card(ProductionToGenerative).await
}

async fn shown(agency: &Agency, card: &HandoffCard) -> Box<PackagePage> {
    let page = handoffs::page(&agency.service, &agency.generative, card.id).await;
    page.unwrap().package.unwrap()
}

async fn save(agency: &Agency, card: &HandoffCard, brand: Brand) -> Result<HandoffCard> {
    let command = SavePackage {
        id: card.id,
        version: card.version,
        content: Content::Brand(brand),
    };
    packages::save_section(&agency.service, &agency.producer, command).await
}

#[tokio::test]
async fn a_brand_page_is_the_agencys_and_counts_its_changes() {
    on_both(|agency| async move {
        assert_eq!(
            (page(&agency).await.version, page(&agency).await.brand),
            (0, Brand::default())
        );
        assert_eq!(write(&agency, &agency.sales, 0, "Warm").await, Ok(1));
        let stale = write(&agency, &agency.producer, 0, "Cold").await;
        assert!(matches!(stale, Err(Error::Conflict { .. })), "{stale:?}");
        assert_eq!(
            write(&agency, &agency.producer, 1, "Warm, dry").await,
            Ok(2)
        );
        let now = page(&agency).await;
        assert_eq!(
            (now.brand.voice.as_str(), now.by.as_deref()),
            ("Warm, dry", Some("Pia Producer"))
        );
        for refused in [&agency.generative, &agency.executive, &agency.client] {
            let answer = write(&agency, refused, 2, "Mine").await;
            assert!(
                matches!(answer, Err(Error::Refused(_))),
                "{}: {answer:?}",
                refused.name
            );
        }
        let closed = brands::brand_page(&agency.service, &agency.client, client(&agency)).await;
        assert!(matches!(closed, Err(Error::Refused(_))), "{closed:?}");
        let bad = SaveBrand {
            client: client(&agency),
            version: 2,
            fields: BrandFields {
                links: "nowhere".into(),
                ..BrandFields::default()
            },
        };
        let bad = brands::write_brand(&agency.service, &agency.sales, bad).await;
        assert!(
            matches!(bad, Err(Error::Invalid { field: "links", .. })),
            "{bad:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn its_files_are_seen_by_the_agency_until_they_are_taken_off() {
    on_both(|agency| async move {
        let logo = add_logo(&agency).await;
        let now = page(&agency).await;
        assert_eq!(
            (now.version, now.brand.files, now.files.len()),
            (1, vec![logo], 1)
        );
        assert!(
            files::find(&agency.service, &agency.executive, logo)
                .await
                .is_ok()
        );
        let hidden = files::find(&agency.service, &agency.client, logo).await;
        assert_eq!(hidden, Err(Error::NotFound("file")));
        let refused = files::may_add(
            &agency.service,
            &agency.generative,
            Owner::Brand(client(&agency)),
        )
        .await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
        brands::take_off(&agency.service, &agency.producer, logo)
            .await
            .unwrap();
        assert_eq!(
            (page(&agency).await.version, page(&agency).await.files.len()),
            (2, 0)
        );
        let again = brands::take_off(&agency.service, &agency.producer, logo).await;
        assert_eq!(again, Err(Error::NotFound("file")));
        assert!(
            files::find(&agency.service, &agency.producer, logo)
                .await
                .is_ok(),
            "copies keep it"
        );
    })
    .await;
}

#[tokio::test]
async fn a_pod_request_copies_the_page_and_brings_in_what_changed_there() {
    on_both(|agency| async move {
        write(&agency, &agency.sales, 0, "Warm").await.unwrap();
        let logo = add_logo(&agency).await;
        let card = request(&agency).await;
        let package = shown(&agency, &card).await;
        let around = package.brand.clone().unwrap();
        assert_eq!((around.from.unwrap().version, around.has_news), (2, false));
        assert_eq!(package.package.brand, page(&agency).await.brand);

        let nothing =
            packages::bring_in_brand(&agency.service, &agency.producer, card.id, card.version)
                .await;
        assert!(matches!(nothing, Err(Error::Refused(_))), "{nothing:?}");

        // The copy is written on by itself, with a file of its own.
        let bytes = Bytes::from_static(b"Notes");
        let file = files::take_in(&agency.service, "notes.txt", bytes)
            .await
            .unwrap();
        let owner = Owner::Handoff(card.id);
        let notes = files::add(&agency.service, &agency.producer, owner, "", vec![file])
            .await
            .unwrap()[0];
        let card = agency.card(ProductionToGenerative).await;
        let own = Brand {
            text: "For this spring".parse().unwrap(),
            files: vec![logo, notes],
            ..package.package.brand.clone()
        };
        let foreign = Brand {
            files: vec![FileId(agency.engagement.0)],
            ..own.clone()
        };
        let refused = save(&agency, &card, foreign).await;
        assert!(
            matches!(refused, Err(Error::Invalid { field: "files", .. })),
            "{refused:?}"
        );
        let card = save(&agency, &card, own).await.unwrap();

        // Meanwhile the page changes.
        write(&agency, &agency.producer, 2, "Warm, dry")
            .await
            .unwrap();
        brands::take_off(&agency.service, &agency.producer, logo)
            .await
            .unwrap();
        let around = shown(&agency, &card).await.brand.unwrap();
        assert!(around.has_news);
        assert_eq!(
            around.from.unwrap().version,
            2,
            "writing does not change where it came from"
        );

        let stale =
            packages::bring_in_brand(&agency.service, &agency.producer, card.id, card.version - 1)
                .await;
        assert!(matches!(stale, Err(Error::Conflict { .. })), "{stale:?}");
        let refused =
            packages::bring_in_brand(&agency.service, &agency.generative, card.id, card.version)
                .await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
        let card =
            packages::bring_in_brand(&agency.service, &agency.producer, card.id, card.version)
                .await
                .unwrap();
        let package = shown(&agency, &card).await;
        let brand = &package.package.brand;
        assert_eq!(
            (brand.text.as_str(), brand.voice.as_str()),
            ("For this spring", "Warm, dry")
        );
        assert_eq!(brand.files, [notes]);
        let around = package.brand.unwrap();
        assert_eq!((around.from.unwrap().version, around.has_news), (4, false));
    })
    .await;
}
