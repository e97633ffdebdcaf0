//! Taking moves back.

use crate::{
    agency::{Agency, day, plain},
    database::on_both,
};
use chrono::TimeDelta;
use domain::{
    board::{
        FillItem, HandoffCard, Happened, MoveHandoff, Place, SetLimit, TakeBack, Undo, UndoMove,
    },
    engagement::EngagementStage,
    handoff::{HandoffEventKind, HandoffKind, HandoffKind::*, Item, Stage, gate::ItemState},
    job::{JobEventKind, JobState},
    metrics::{Filter, Ledger, Metric, Number, Scope, measure},
    policy::Actor,
    time::Quarter,
};
use service::{Clock as _, Error, Result, engagements, facts, handoffs, jobs};

async fn take_back(agency: &Agency, actor: &Actor, card: &HandoffCard) -> Result<HandoffCard> {
    take_back_beyond(agency, actor, card, None).await
}

async fn take_back_beyond(
    agency: &Agency,
    actor: &Actor,
    card: &HandoffCard,
    why: Option<&str>,
) -> Result<HandoffCard> {
    let command = UndoMove {
        id: card.id,
        version: card.version,
        over_limit: why.map(str::to_owned),
    };
    handoffs::take_back(&agency.service, actor, command).await
}

async fn measured(agency: &Agency, metric: Metric) -> Number {
    let known = facts::current(&agency.service).await.unwrap();
    let ledger = Ledger::new(&known.facts, agency.clock.now());
    let quarter = Quarter::of(known.facts.calendar.zone.day(agency.clock.now()));
    let scope = Scope {
        period: quarter.period(),
        filter: Filter::default(),
    };
    measure(&ledger, metric, &scope).unwrap()
}

async fn settled(agency: &Agency, kind: HandoffKind) -> (i64, i64) {
    let number = measured(agency, Metric::compliance(kind)).await;
    (number.numerator as i64, number.denominator as i64)
}

async fn stage(agency: &Agency) -> EngagementStage {
    let page = engagements::page(&agency.service, &agency.admin, agency.engagement).await;
    page.unwrap().row.stage
}

/// An H2 that is submitted.
async fn pod_request(agency: &Agency) -> HandoffCard {
    let h1 = agency.card(SalesToProduction).await;
    let h1 = agency.submit(&agency.sales, &h1).await.unwrap();
    agency
        .push(&agency.producer, &h1, Stage::Accepted)
        .await
        .unwrap();
    let h2 = agency.card(ProductionToGenerative).await;
    agency.submit(&agency.producer, &h2).await.unwrap()
}

/// A job in QC and its H3.
async fn in_qc(agency: &Agency) -> (domain::ids::JobId, HandoffCard) {
    let job = agency.request().await;
    agency
        .happen(&agency.producer, job, JobEventKind::Accepted, "")
        .await
        .unwrap();
    agency
        .happen(&agency.producer, job, JobEventKind::Production, "")
        .await
        .unwrap();
    let h3 = agency.card(GenerativeToProduction).await;
    (job, agency.submit(&agency.generative, &h3).await.unwrap())
}

async fn state(agency: &Agency, job: domain::ids::JobId) -> JobState {
    jobs::page(&agency.service, &agency.admin, job)
        .await
        .unwrap()
        .card
        .state
}

#[tokio::test]
async fn a_slip_leaves_no_mark_on_the_numbers_and_one_on_the_history() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let command = MoveHandoff {
            waive: Some("Oops".into()),
            ..plain(&card, Stage::Submitted)
        };
        let slipped = handoffs::move_handoff(&agency.service, &agency.sales, command)
            .await
            .unwrap();
        assert_eq!(settled(&agency, SalesToProduction).await, (0, 1));
        let back = take_back(&agency, &agency.sales, &slipped).await.unwrap();
        assert_eq!(
            (back.stage, back.position.as_str()),
            (Stage::Preparing, card.position.as_str())
        );
        assert!(
            back.items
                .iter()
                .all(|(_, state)| *state == ItemState::Missing),
            "{:?}",
            back.items
        );
        assert_eq!(settled(&agency, SalesToProduction).await, (0, 0));
        let page = handoffs::page(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        let told: Vec<_> = page
            .history
            .iter()
            .map(|entry| (entry.what, entry.taken_back))
            .collect();
        let event = Happened::Event;
        assert_eq!(
            told,
            [
                (event(HandoffEventKind::Opened), false),
                (event(HandoffEventKind::Submitted), true),
                (Happened::TookBack(HandoffEventKind::Submitted), false)
            ]
        );
        // It counts when it is really submitted.
        agency.submit(&agency.sales, &back).await.unwrap();
        assert_eq!(settled(&agency, SalesToProduction).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn moves_are_taken_back_one_after_another() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        let card = agency
            .push(&agency.producer, &card, Stage::InReview)
            .await
            .unwrap();
        let others = take_back(&agency, &agency.sales, &card).await.unwrap_err();
        assert_eq!(
            others,
            Error::Refused("Only Production can review this.".into())
        );
        let card = take_back(&agency, &agency.producer, &card).await.unwrap();
        assert_eq!(card.stage, Stage::Submitted);
        let card = take_back(&agency, &agency.sales, &card).await.unwrap();
        assert_eq!(card.stage, Stage::Preparing);
        let none = take_back(&agency, &agency.sales, &card).await.unwrap_err();
        assert_eq!(
            none,
            Error::Refused("Nothing has happened here that could be taken back.".into())
        );
        assert!(matches!(
            take_back(&agency, &agency.client, &card).await,
            Err(Error::Refused(_))
        ));
    })
    .await;
}

#[tokio::test]
async fn accepting_a_package_is_taken_back_with_the_pod_request_that_it_opened() {
    on_both(|agency| async move {
        let h1 = agency.card(SalesToProduction).await;
        let h1 = agency.submit(&agency.sales, &h1).await.unwrap();
        let h1 = agency
            .push(&agency.producer, &h1, Stage::Accepted)
            .await
            .unwrap();
        assert_eq!(stage(&agency).await, EngagementStage::Scoped);
        let back = take_back(&agency, &agency.producer, &h1).await.unwrap();
        assert_eq!(back.stage, Stage::Submitted);
        assert_eq!(stage(&agency).await, EngagementStage::Signed);
        assert!(agency.cards(ProductionToGenerative).await.is_empty());
        let page = engagements::page(&agency.service, &agency.sales, agency.engagement)
            .await
            .unwrap();
        assert!(page.cycle.iter().all(|step| step.kind == SalesToProduction));
        // Nor is it ever late.
        agency.later(TimeDelta::days(25));
        assert_eq!(settled(&agency, ProductionToGenerative).await, (0, 0));
        // Accepted again, another one is opened.
        agency
            .push(&agency.producer, &back, Stage::Accepted)
            .await
            .unwrap();
        agency.card(ProductionToGenerative).await;
    })
    .await;
}

#[tokio::test]
async fn what_others_have_built_on_stays() {
    on_both(|agency| async move {
        let h1 = agency.card(SalesToProduction).await;
        pod_request(&agency).await;
        let page = handoffs::page(&agency.service, &agency.producer, h1.id).await.unwrap();
        let refused = take_back(&agency, &agency.producer, &page.card).await.unwrap_err();
        let why = "Production → Generative is under way since (Pod request): it cannot be taken back any more.";
        assert_eq!(refused, Error::Refused(why.into()));
        assert_eq!(page.history.last().unwrap().undo, Some(Undo::Refused(why.into())));
    })
    .await;
}

#[tokio::test]
async fn a_return_is_taken_back_until_the_sender_goes_on() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        let returning = |card: &HandoffCard| MoveHandoff {
            reason: Some("Not yet".into()),
            ..plain(card, Stage::Preparing)
        };
        let returned = handoffs::move_handoff(&agency.service, &agency.producer, returning(&card))
            .await
            .unwrap();
        let back = take_back(&agency, &agency.producer, &returned)
            .await
            .unwrap();
        assert_eq!((back.stage, back.returns), (Stage::Submitted, 0));
        let returned = handoffs::move_handoff(&agency.service, &agency.producer, returning(&back))
            .await
            .unwrap();
        let fill = FillItem {
            id: returned.id,
            version: returned.version,
            item: Item::Budget,
            body: "Better".into(),
        };
        let filled = handoffs::fill_item(&agency.service, &agency.sales, fill)
            .await
            .unwrap();
        let refused = take_back(&agency, &agency.producer, &filled)
            .await
            .unwrap_err();
        assert!(
            refused
                .to_string()
                .starts_with("Sam Sales prepared it since"),
            "{refused}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_pod_leaves_again_and_onboarding_goes_on() {
    on_both(|agency| async move {
        let h2 = agency.answer(&pod_request(&agency).await).await;
        let accepting = MoveHandoff {
            pod: Some(agency.pod),
            ..plain(&h2, Stage::Accepted)
        };
        let h2 = handoffs::move_handoff(&agency.service, &agency.generative, accepting)
            .await
            .unwrap();
        assert_eq!(
            measured(&agency, Metric::OnboardingDays).await.denominator,
            86_400
        );
        let back = take_back(&agency, &agency.generative, &h2).await.unwrap();
        assert_eq!((back.stage, back.pod), (Stage::Submitted, None));
        assert_eq!(stage(&agency).await, EngagementStage::PodRequested);
        assert_eq!(
            measured(&agency, Metric::OnboardingDays).await.denominator,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn a_job_goes_back_with_its_deliverable() {
    on_both(|agency| async move {
        let (job, h3) = in_qc(&agency).await;
        let back = take_back(&agency, &agency.generative, &h3).await.unwrap();
        assert_eq!(state(&agency, job).await, JobState::InProduction);
        let h3 = agency.submit(&agency.generative, &back).await.unwrap();
        let accepted = agency.pass(&agency.producer, &h3).await.unwrap();
        assert_eq!(
            measured(&agency, Metric::OnTimeDelivery).await.denominator,
            1
        );
        let back = take_back(&agency, &agency.producer, &accepted)
            .await
            .unwrap();
        assert_eq!(state(&agency, job).await, JobState::InQc);
        assert_eq!(
            measured(&agency, Metric::OnTimeDelivery).await.denominator,
            0
        );
        assert_eq!(measured(&agency, Metric::QcFirstPass).await.denominator, 0);
        let accepted = agency.pass(&agency.producer, &back).await.unwrap();
        agency
            .happen(&agency.client, job, JobEventKind::Approved, "")
            .await
            .unwrap();
        let refused = take_back(&agency, &agency.producer, &accepted)
            .await
            .unwrap_err();
        assert_eq!(
            refused,
            Error::Refused("Its job is approved by now: go on from there instead.".into())
        );
        let timeline = jobs::page(&agency.service, &agency.client, job)
            .await
            .unwrap()
            .timeline;
        let told: Vec<_> = timeline.iter().map(|entry| entry.kind).collect();
        use JobEventKind::{Accepted, Approved, Delivered, Production, Qc};
        assert_eq!(told, [Accepted, Production, Qc, Delivered, Approved]);
    })
    .await;
}

#[tokio::test]
async fn a_past_quarter_stays_as_it_was() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        agency.later(TimeDelta::days(31));
        let refused = take_back(&agency, &agency.sales, &card).await.unwrap_err();
        assert!(
            refused.to_string().contains("2026-Q1, which is over"),
            "{refused}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_way_back_into_a_column_that_is_full_asks_for_a_reason() {
    on_both(|agency| async move {
        let limit = SetLimit {
            kind: SalesToProduction,
            stage: Stage::Preparing,
            most: Some(1),
            hard: true,
        };
        let card = agency.card(SalesToProduction).await;
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        agency.sign_another("Summer films").await;
        handoffs::set_limit(&agency.service, &agency.admin, limit)
            .await
            .unwrap();
        let refused = take_back(&agency, &agency.sales, &card).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Invalid { field: "over_limit", sentence } if sentence.contains("1 of at most 1")),
            "{refused}"
        );
        let arranged = MoveHandoff {
            place: Some(Place::First),
            ..plain(&card, Stage::Submitted)
        };
        assert!(
            handoffs::move_handoff(&agency.service, &agency.sales, arranged)
                .await
                .is_ok()
        );
        let page = handoffs::page(&agency.service, &agency.sales, card.id);
        let card = page.await.unwrap().card;
        let blank = take_back_beyond(&agency, &agency.sales, &card, Some(" ")).await;
        assert!(matches!(blank, Err(Error::Invalid { .. })), "{blank:?}");
        let why = Some("Sent by mistake");
        let back = take_back_beyond(&agency, &agency.sales, &card, why).await;
        assert_eq!(back.unwrap().stage, Stage::Preparing);
        let page = handoffs::page(&agency.service, &agency.sales, card.id);
        let history = page.await.unwrap().history;
        assert_eq!(history.last().unwrap().over_limit, "Sent by mistake");
    })
    .await;
}

#[tokio::test]
async fn what_is_entered_anew_may_have_happened_before_the_slip() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let opened = agency.clock.now();
        agency.later(TimeDelta::hours(30));
        let slip = agency.submit(&agency.sales, &card).await.unwrap();
        let back = take_back(&agency, &agency.sales, &slip).await.unwrap();
        let anew = MoveHandoff {
            happened_at: Some(opened + TimeDelta::hours(2)),
            ..plain(&back, Stage::Submitted)
        };
        let card = handoffs::move_handoff(&agency.service, &agency.sales, anew)
            .await
            .unwrap();
        assert_eq!(card.clock.met_at, Some(opened + TimeDelta::hours(2)));
        let adoption = measured(&agency, Metric::PlatformAdoption).await;
        assert_eq!((adoption.numerator, adoption.denominator), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn what_was_written_is_taken_back_text_by_text() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        agency.later(TimeDelta::minutes(1));
        let write = |card: HandoffCard, body: &'static str| {
            let agency = agency.clone();
            async move {
                let fill = FillItem {
                    id: card.id,
                    version: card.version,
                    item: Item::Budget,
                    body: body.into(),
                };
                handoffs::fill_item(&agency.service, &agency.sales, fill)
                    .await
                    .unwrap()
            }
        };
        let first = write(card, "90,000").await;
        let second = write(first, "95,000").await;
        let take_back = |card: HandoffCard| {
            let agency = agency.clone();
            async move {
                let command = TakeBack {
                    id: card.id,
                    version: card.version,
                };
                handoffs::take_back_item(&agency.service, &agency.sales, command, Item::Budget)
                    .await
            }
        };
        let text = |card: HandoffCard| {
            let agency = agency.clone();
            async move {
                let page = handoffs::page(&agency.service, &agency.sales, card.id)
                    .await
                    .unwrap();
                page.items[4].body.clone()
            }
        };
        let third = take_back(second.clone()).await.unwrap();
        assert_eq!(text(third.clone()).await, "90,000");
        let stale = take_back(second).await.unwrap_err();
        assert!(matches!(stale, Error::Conflict { .. }), "{stale}");
        let page = handoffs::page(&agency.service, &agency.sales, third.id)
            .await
            .unwrap();
        let told: Vec<_> = page
            .history
            .iter()
            .map(|entry| (entry.what, entry.undo.is_some()))
            .collect();
        let wrote = Happened::Wrote(Item::Budget);
        assert_eq!(
            told,
            [
                (Happened::Event(HandoffEventKind::Opened), false),
                (wrote, true),
                (wrote, false),
                (Happened::TookBackText(Item::Budget), false)
            ]
        );
        let fourth = take_back(third).await.unwrap();
        assert_eq!(fourth.items_done().0, 0);
        let none = take_back(fourth).await.unwrap_err();
        assert!(matches!(none, Error::Refused(_)), "{none}");
    })
    .await;
}

#[tokio::test]
async fn what_was_submitted_is_not_rewritten_by_taking_back() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        let command = TakeBack {
            id: card.id,
            version: card.version,
        };
        let refused =
            handoffs::take_back_item(&agency.service, &agency.sales, command, Item::Budget).await;
        assert!(
            refused
                .unwrap_err()
                .to_string()
                .contains("once it is returned")
        );
        // Nor is an item removed from what was submitted.
        let empty = FillItem {
            id: card.id,
            version: card.version,
            item: Item::Budget,
            body: String::new(),
        };
        let refused = handoffs::fill_item(&agency.service, &agency.sales, empty).await;
        assert!(
            refused
                .unwrap_err()
                .to_string()
                .contains("once it is returned")
        );
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_handoff_is_moved_by_nobody() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        let card = agency
            .push(&agency.producer, &card, Stage::Accepted)
            .await
            .unwrap();
        let request = agency.card(ProductionToGenerative).await;
        take_back(&agency, &agency.producer, &card).await.unwrap();
        let page = handoffs::page(&agency.service, &agency.producer, request.id)
            .await
            .unwrap();
        let refused = agency.submit(&agency.producer, &page.card).await;
        assert!(
            matches!(&refused, Err(Error::Refused(why)) if why.contains("off the board")),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_day_on_which_a_pod_is_needed_is_taken_back_day_by_day() {
    on_both(|agency| async move {
        let h1 = agency.card(SalesToProduction).await;
        let h1 = agency.submit(&agency.sales, &h1).await.unwrap();
        agency
            .push(&agency.producer, &h1, Stage::Accepted)
            .await
            .unwrap();
        let card = agency.card(ProductionToGenerative).await;
        agency.later(TimeDelta::minutes(1));
        let read = async || {
            let page = handoffs::page(&agency.service, &agency.producer, card.id).await;
            let page = page.unwrap();
            (page.needed_on, page.history.last().unwrap().clone())
        };
        let (began, _) = read().await;
        let set = async |version, on| {
            handoffs::set_needed_on(&agency.service, &agency.producer, card.id, version, on)
                .await
                .unwrap()
        };
        let later = set(card.version, Some(day("2026-04-20"))).await;
        let none = set(later.version, None).await;
        let same = set(none.version, None).await;
        let command = |card: &HandoffCard| TakeBack {
            id: card.id,
            version: card.version,
        };
        let take_back = async |who: &Actor, card: &HandoffCard| {
            handoffs::take_back_needed_on(&agency.service, who, command(card)).await
        };
        let by_generative = take_back(&agency.generative, &same).await.unwrap_err();
        assert!(
            matches!(by_generative, Error::Refused(_)),
            "{by_generative}"
        );
        let stale = take_back(&agency.producer, &later).await.unwrap_err();
        assert!(matches!(stale, Error::Conflict { .. }), "{stale}");
        let back = take_back(&agency.producer, &same).await.unwrap();
        let (needed, last) = read().await;
        assert_eq!(needed, Some(day("2026-04-20")));
        assert_eq!(
            (last.what, last.undo),
            (Happened::TookBackNeededOn(needed), None)
        );
        let back = take_back(&agency.producer, &back).await.unwrap();
        assert_eq!(read().await.0, began);
        assert_eq!(back.clock.due_at, card.clock.due_at);
        let nothing = take_back(&agency.producer, &back).await.unwrap_err();
        assert!(
            nothing.to_string().starts_with("Nothing has happened"),
            "{nothing}"
        );
    })
    .await;
}
