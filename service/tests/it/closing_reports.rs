//! The closing report: drafted, written, handed over, followed up.

use crate::{
    agency::{Agency, day, plain},
    database::on_both,
};
use bytes::Bytes;
use domain::{
    board::{HandoffCard, Happened, MoveHandoff, TakeBack, Undo},
    closing::{ReEngagement, ReportText, WriteFollowUp, WriteReport},
    feed::FeedKind,
    handoff::{HandoffKind::ProductionToSales, Item, Stage, gate::ItemState},
    ids::FileId,
    policy::Actor,
};
use service::{
    Error, Result, closing, engagements, feed,
    files::{self, Owner},
    handoffs,
};

async fn take_back(agency: &Agency, card: &HandoffCard) -> Result<HandoffCard> {
    let command = TakeBack {
        id: card.id,
        version: card.version,
    };
    closing::take_back_report(&agency.service, &agency.producer, command).await
}

/// An engagement that closes, and a picture that its report can show.
async fn closing_with_visual(agency: &Agency) -> (HandoffCard, FileId) {
    engagements::start_closing(&agency.service, &agency.producer, agency.engagement)
        .await
        .unwrap();
    let card = agency.card(ProductionToSales).await;
    let picture = Bytes::from_static(b"\x89PNG\r\n\x1a\na picture");
    let file = files::take_in(&agency.service, "hero.png", picture)
        .await
        .unwrap();
    let owner = Owner::Handoff(card.id);
    let added = files::add(&agency.service, &agency.producer, owner, "", vec![file]).await;
    (agency.card(ProductionToSales).await, added.unwrap()[0])
}

fn written(card: &HandoffCard, visuals: Vec<FileId>) -> WriteReport {
    WriteReport {
        id: card.id,
        version: card.version,
        text: ReportText {
            summary: "Six films in a spring.".into(),
            use_cases: "Launch films in a week.\n\nOne cut for five markets.".into(),
        },
        visuals,
    }
}

async fn handed_over(agency: &Agency) -> HandoffCard {
    let (card, visual) = closing_with_visual(agency).await;
    let card = closing::write_report(
        &agency.service,
        &agency.producer,
        written(&card, vec![visual]),
    )
    .await
    .unwrap();
    let card = agency
        .push(&agency.producer, &card, Stage::Submitted)
        .await
        .unwrap();
    let accepting = MoveHandoff {
        case_study: true,
        ..plain(&card, Stage::Accepted)
    };
    handoffs::move_handoff(&agency.service, &agency.sales, accepting)
        .await
        .unwrap()
}

#[tokio::test]
async fn saving_a_report_fills_its_items_and_keeps_its_numbers() {
    on_both(|agency| async move {
        let (card, visual) = closing_with_visual(&agency).await;
        let draft = closing::report(&agency.service, &agency.producer, card.id)
            .await
            .unwrap();
        assert!(!draft.saved && draft.editable);
        let saved = written(&card, vec![visual]);
        let card = closing::write_report(&agency.service, &agency.producer, saved)
            .await
            .unwrap();
        assert!(
            card.items
                .iter()
                .all(|(_, state)| *state == ItemState::Filled),
            "{:?}",
            card.items
        );
        agency.request().await;
        let report = closing::report(&agency.service, &agency.producer, card.id)
            .await
            .unwrap();
        assert_eq!(
            report.numbers.requests.numerator, 0,
            "what came after saving is not in it"
        );
        assert!(report.saved && report.visuals[0].picked);
        assert_eq!(report.text.cases().count(), 2);
    })
    .await;
}

#[tokio::test]
async fn taking_the_visuals_out_opens_the_item_again() {
    on_both(|agency| async move {
        let (card, visual) = closing_with_visual(&agency).await;
        let with = written(&card, vec![visual]);
        let card = closing::write_report(&agency.service, &agency.producer, with).await.unwrap();
        let without = written(&card, Vec::new());
        let card = closing::write_report(&agency.service, &agency.producer, without).await.unwrap();
        assert!(card.items.contains(&(Item::CaseStudyVisuals, ItemState::Missing)));
        let refused = agency.push(&agency.producer, &card, Stage::Submitted).await;
        assert!(matches!(refused, Err(Error::Refused(said)) if said.contains("case-study visuals is missing")));
    })
    .await;
}

#[tokio::test]
async fn only_its_producer_writes_it_and_only_while_it_is_prepared() {
    on_both(|agency| async move {
        let (card, visual) = closing_with_visual(&agency).await;
        let foreign = FileId(agency.engagement.0);
        let wrong = closing::write_report(
            &agency.service,
            &agency.producer,
            written(&card, vec![foreign]),
        )
        .await;
        assert_eq!(wrong, Err(Error::NotFound("file")));
        let by_sales =
            closing::write_report(&agency.service, &agency.sales, written(&card, vec![visual]))
                .await;
        assert!(matches!(by_sales, Err(Error::Refused(_))));
        let by_client = closing::report(&agency.service, &agency.client, card.id).await;
        assert!(matches!(
            by_client,
            Err(Error::Refused(_) | Error::NotFound(_))
        ));
        let card = closing::write_report(
            &agency.service,
            &agency.producer,
            written(&card, vec![visual]),
        )
        .await
        .unwrap();
        let stale = written(&card, vec![visual]);
        let card = agency
            .push(&agency.producer, &card, Stage::Submitted)
            .await
            .unwrap();
        let late = closing::write_report(&agency.service, &agency.producer, stale).await;
        assert!(matches!(late, Err(Error::Conflict { .. })));
        let submitted = closing::write_report(
            &agency.service,
            &agency.producer,
            written(&card, vec![visual]),
        )
        .await;
        assert!(matches!(submitted, Err(Error::Refused(_))));
    })
    .await;
}

#[tokio::test]
async fn sales_sees_the_margin_with_the_submission() {
    on_both(|agency| async move {
        let (card, visual) = closing_with_visual(&agency).await;
        let before = closing::report(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        assert_eq!(before.numbers.margin, None);
        let card = closing::write_report(
            &agency.service,
            &agency.producer,
            written(&card, vec![visual]),
        )
        .await
        .unwrap();
        let card = agency
            .push(&agency.producer, &card, Stage::Submitted)
            .await
            .unwrap();
        let after = closing::report(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        assert!(after.numbers.margin.is_some());
    })
    .await;
}

#[tokio::test]
async fn the_case_study_carries_texts_numbers_and_visuals() {
    on_both(|agency| async move {
        let card = handed_over(&agency).await;
        let package = closing::case_study(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        assert!(
            package
                .text
                .contains("- Launch films in a week.\n- One cut for five markets.")
        );
        assert!(
            package
                .numbers
                .starts_with("figure,value,numerator,denominator\nproduction_margin,")
        );
        assert_eq!(package.visuals.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_follow_up_stays_open_until_all_is_done() {
    on_both(|agency| async move {
        let card = handed_over(&agency).await;
        let open = closing::open_follow_ups(&agency.service, &agency.sales)
            .await
            .unwrap();
        assert_eq!(open.len(), 1);
        let asked = WriteFollowUp {
            id: card.id,
            nps_asked_of: agency.client.contact,
            nps_asked_on: None,
            re_engagement: Some(ReEngagement::Renewal),
            next_step: "Send the renewal SOW".into(),
            next_on: Some(day("2026-03-20")),
            close: false,
        };
        let by_producer =
            closing::write_follow_up(&agency.service, &agency.producer, asked.clone()).await;
        assert!(matches!(by_producer, Err(Error::Refused(_))));
        let strangers = WriteFollowUp {
            nps_asked_of: agency.stranger.contact,
            ..asked.clone()
        };
        let wrong = closing::write_follow_up(&agency.service, &agency.sales, strangers).await;
        assert_eq!(wrong, Err(Error::NotFound("contact")));
        let now = closing::write_follow_up(&agency.service, &agency.sales, asked.clone())
            .await
            .unwrap();
        assert!(now.nps_asked_at.is_some());
        agency.later(chrono::TimeDelta::days(30));
        let open = closing::open_follow_ups(&agency.service, &agency.sales)
            .await
            .unwrap();
        assert!(open[0].overdue);
        let closed = WriteFollowUp {
            close: true,
            ..asked.clone()
        };
        closing::write_follow_up(&agency.service, &agency.sales, closed)
            .await
            .unwrap();
        assert_eq!(
            closing::open_follow_ups(&agency.service, &agency.sales)
                .await
                .unwrap(),
            []
        );
        let again = closing::write_follow_up(&agency.service, &agency.sales, asked).await;
        assert!(matches!(again, Err(Error::Refused(_))));
    })
    .await;
}

#[tokio::test]
async fn what_was_written_is_taken_back_save_by_save() {
    on_both(|agency| async move {
        let (card, visual) = closing_with_visual(&agency).await;
        let first = written(&card, vec![visual]);
        let card = closing::write_report(&agency.service, &agency.producer, first)
            .await
            .unwrap();
        agency.request().await;
        let second = WriteReport {
            text: ReportText {
                summary: "A slip.".into(),
                use_cases: String::new(),
            },
            ..written(&card, Vec::new())
        };
        let card = closing::write_report(&agency.service, &agency.producer, second)
            .await
            .unwrap();
        let card = take_back(&agency, &card).await.unwrap();
        let read = async || {
            closing::report(&agency.service, &agency.producer, card.id)
                .await
                .unwrap()
        };
        let report = read().await;
        assert_eq!(report.text.summary, "Six films in a spring.");
        assert!(report.visuals[0].picked);
        assert_eq!(
            report.numbers.requests.numerator, 0,
            "the numbers are those of the first save"
        );
        assert!(
            card.items
                .iter()
                .all(|(_, state)| *state == ItemState::Filled)
        );
        let card = take_back(&agency, &card).await.unwrap();
        let report = read().await;
        assert!(!report.saved && report.text == ReportText::default());
        assert!(!report.visuals[0].picked);
        assert_eq!(card.items_done().0, 0);
        let none = take_back(&agency, &card).await.unwrap_err();
        assert_eq!(
            none,
            Error::Refused("Nothing has happened here that could be taken back.".into())
        );
    })
    .await;
}

#[tokio::test]
async fn what_others_wrote_or_got_is_not_taken_back() {
    on_both(|agency| async move {
        let (card, visual) = closing_with_visual(&agency).await;
        let first = written(&card, vec![visual]);
        let first = closing::write_report(&agency.service, &agency.producer, first)
            .await
            .unwrap();
        let others = WriteReport {
            text: ReportText {
                summary: "Ada's words.".into(),
                ..written(&first, Vec::new()).text
            },
            ..written(&first, vec![visual])
        };
        let card = closing::write_report(&agency.service, &agency.admin, others)
            .await
            .unwrap();
        let late = take_back(&agency, &first).await.unwrap_err();
        assert!(
            late.to_string()
                .starts_with("Ada Admin prepared this handoff in the meantime"),
            "{late}"
        );
        let card = agency
            .push(&agency.producer, &card, Stage::Submitted)
            .await
            .unwrap();
        let why = "The Closing report is submitted: its items can be changed once it is returned.";
        let submitted = take_back(&agency, &card).await.unwrap_err();
        assert_eq!(submitted, Error::Refused(why.into()));
        let page = handoffs::page(&agency.service, &agency.producer, card.id)
            .await
            .unwrap();
        let told: Vec<_> = page
            .history
            .iter()
            .filter(|entry| entry.what == Happened::WroteReport)
            .map(|entry| entry.undo.clone())
            .collect();
        assert_eq!(told, [None, Some(Undo::Refused(why.into()))]);
        let of_sales = handoffs::page(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        assert!(
            of_sales
                .history
                .iter()
                .all(|entry| entry.what != Happened::WroteReport || entry.undo.is_none())
        );
    })
    .await;
}

#[tokio::test]
async fn an_open_follow_up_stands_with_its_engagement_and_its_account_manager() {
    on_both(|agency| async move {
        let card = handed_over(&agency).await;
        let open = async || {
            let page = engagements::page(&agency.service, &agency.producer, agency.engagement).await;
            page.unwrap().follow_up
        };
        let told = async |who: &Actor| {
            let feed = feed::feed(&agency.service, who).await.unwrap().items;
            let those = feed.into_iter().filter(|item| item.path().ends_with("/report#follow-up"));
            those.map(|item| (item.kind, item.said)).collect::<Vec<_>>()
        };
        assert_eq!(open().await.unwrap().now.next(), "Ask for an NPS answer");
        let asking = (FeedKind::FollowUp, "Ask for an NPS answer".to_owned());
        assert_eq!(told(&agency.sales).await, [asking]);
        assert_eq!(told(&agency.producer).await, []);
        let written = WriteFollowUp {
            id: card.id,
            nps_asked_of: agency.client.contact,
            nps_asked_on: Some(day("2026-01-02")),
            re_engagement: Some(ReEngagement::Renewal),
            next_step: "Send the renewal SOW".into(),
            next_on: Some(day("2026-01-03")),
            close: false,
        };
        let unborn = WriteFollowUp { nps_asked_on: Some(day("2036-01-01")), ..written.clone() };
        let refused = closing::write_follow_up(&agency.service, &agency.sales, unborn).await;
        assert!(matches!(refused, Err(Error::Refused(said)) if said.starts_with("2036-01-01 is still to come")));
        closing::write_follow_up(&agency.service, &agency.sales, written.clone()).await.unwrap();
        let report = closing::report(&agency.service, &agency.sales, card.id).await.unwrap();
        let follow_up = report.follow_up.unwrap();
        assert_eq!(follow_up.nps_asked_on, Some(day("2026-01-02")), "a late entry has its own day");
        assert!(follow_up.overdue && open().await.unwrap().overdue);
        let late = (FeedKind::FollowUpOverdue, "Send the renewal SOW, by 2026-01-03".to_owned());
        assert_eq!(told(&agency.sales).await, [late]);
        let closed = WriteFollowUp { close: true, ..written };
        closing::write_follow_up(&agency.service, &agency.sales, closed).await.unwrap();
        assert_eq!(open().await, None);
        assert_eq!(told(&agency.sales).await, []);
    })
    .await;
}
