//! A deal that is called off, and people who leave.

use crate::{
    agency::{Agency, day, plain},
    database::on_both,
};
use chrono::TimeDelta;
use domain::{
    board::Undo,
    engagement::{EndEarly, EngagementStage, TakeBackEnding},
    handoff::{HandoffKind::*, Stage},
    job::{JobEventKind, JobState},
    metrics::{Filter, Ledger, Metric, Scope, measure},
    policy::Actor,
    time::Quarter,
};
use service::{Error, engagements, facts, feed, handoffs, jobs};

async fn end(agency: &Agency, who: &Actor, last_day: &str) -> service::Result<i64> {
    let page = engagements::page(&agency.service, &agency.admin, agency.engagement).await?;
    let command = EndEarly {
        id: agency.engagement,
        version: page.row.version,
        last_day: day(last_day),
        reason: "The client stops its campaigns.".into(),
    };
    engagements::end_early(&agency.service, who, command).await
}

async fn take_back(agency: &Agency, who: &Actor) -> service::Result<()> {
    let page = engagements::page(&agency.service, &agency.admin, agency.engagement).await?;
    let command = TakeBackEnding {
        id: agency.engagement,
        version: page.row.version,
    };
    engagements::take_back_ending(&agency.service, who, command).await
}

/// The pod request is accepted: the deal runs.
async fn active(agency: &Agency) {
    let card = agency.card(SalesToProduction).await;
    let card = agency.submit(&agency.sales, &card).await.unwrap();
    agency
        .push(&agency.producer, &card, Stage::Accepted)
        .await
        .unwrap();
    let card = agency.card(ProductionToGenerative).await;
    let card = agency.submit(&agency.producer, &card).await.unwrap();
    let card = agency.answer(&card).await;
    let accept = domain::board::MoveHandoff {
        pod: Some(agency.pod),
        ..plain(&card, Stage::Accepted)
    };
    handoffs::move_handoff(&agency.service, &agency.generative, accept)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_deal_that_is_called_off_after_its_pod_came_closes_in_order() {
    on_both(|agency| async move {
        active(&agency).await;
        let (begun, waiting) = (agency.request().await, agency.request().await);
        let who = &agency.producer;
        agency
            .happen(who, begun, JobEventKind::Accepted, "")
            .await
            .unwrap();
        agency
            .happen(who, begun, JobEventKind::Production, "")
            .await
            .unwrap();
        for refused in [&agency.producer, &agency.generative, &agency.client] {
            let said = end(&agency, refused, "2026-04-30").await;
            assert!(matches!(said, Err(Error::Refused(_))), "{said:?}");
        }
        let early = end(&agency, &agency.sales, "2026-03-01").await;
        assert!(
            matches!(
                early,
                Err(Error::Invalid {
                    field: "last_day",
                    ..
                })
            ),
            "{early:?}"
        );
        end(&agency, &agency.sales, "2026-04-30").await.unwrap();

        let page = engagements::page(&agency.service, &agency.sales, agency.engagement)
            .await
            .unwrap();
        assert_eq!(page.row.stage, EngagementStage::Closing);
        assert_eq!(page.row.ends_on, Some(day("2026-04-30")));
        let ending = page.ending().unwrap();
        assert_eq!(ending.reason, "The client stops its campaigns.");
        assert_eq!(
            (ending.by.as_deref(), ending.was),
            (Some("Sam Sales"), Some(day("2026-06-30")))
        );
        let report = agency.card(ProductionToSales).await;
        assert_eq!(
            report.clock.due_at.map(|due| due.date_naive()),
            Some(day("2026-05-07"))
        );
        assert_eq!(
            agency.cards(GenerativeToProduction).await.len(),
            1,
            "it is in the making"
        );
        let state = async |id| {
            jobs::page(&agency.service, who, id)
                .await
                .unwrap()
                .card
                .state
        };
        assert_eq!(state(begun).await, JobState::InProduction);
        assert_eq!(state(waiting).await, JobState::Declined);
        let told = jobs::portal_job(&agency.service, &agency.client, waiting)
            .await
            .unwrap();
        assert_eq!(
            told.timeline[0].text,
            "This engagement ends on 2026-04-30, before work on this request began."
        );
        let again = end(&agency, &agency.sales, "2026-04-20").await;
        assert!(matches!(again, Err(Error::Refused(_))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn what_nobody_needs_any_more_leaves_the_board_and_counts_as_it_did() {
    on_both(|agency| async move {
        let compliance = async || {
            let known = facts::current(&agency.service).await.unwrap();
            let now = agency.service.now();
            let ledger = Ledger::new(&known.facts, now);
            let period = Quarter::of(known.facts.calendar.zone.day(now)).period();
            let filter = Filter::default();
            measure(&ledger, Metric::compliance(SalesToProduction), &Scope { period, filter })
        };
        // The SOW package was late: that stays.
        agency.later(TimeDelta::hours(50));
        let late = compliance().await.unwrap();
        assert_eq!((late.numerator, late.denominator), (0, 1));
        let card = agency.card(SalesToProduction).await;
        end(&agency, &agency.sales, "2026-03-16").await.unwrap();
        assert!(agency.cards(SalesToProduction).await.is_empty());
        assert_eq!(compliance().await.unwrap(), late);
        let now = handoffs::page(&agency.service, &agency.sales, card.id).await.unwrap();
        assert!(now.card.withdrawn);
        let refused = agency.submit(&agency.sales, &now.card).await;
        assert!(
            matches!(&refused, Err(Error::Refused(why)) if why.contains("its engagement was ended")),
            "{refused:?}"
        );
        let of_sales = feed::feed(&agency.service, &agency.sales).await.unwrap();
        assert!(of_sales.items.is_empty(), "its clock is nobody's any more: {of_sales:?}");
    })
    .await;
}

#[tokio::test]
async fn what_was_not_due_yet_counts_nowhere() {
    on_both(|agency| async move {
        end(&agency, &agency.sales, "2026-03-16").await.unwrap();
        assert!(agency.cards(SalesToProduction).await.is_empty());
        agency.later(TimeDelta::days(10));
        let known = facts::current(&agency.service).await.unwrap();
        let kinds: Vec<_> = known.facts.handoffs.iter().map(|fact| fact.kind).collect();
        assert_eq!(kinds, [ProductionToSales]);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_left_is_named_as_such_until_the_work_is_passed_on() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        assert!(!card.is_left_behind(agency.service.now()));
        agency.leave("Pia Producer", "2026-03-02").await;
        let card = agency.card(SalesToProduction).await;
        assert!(card.is_left_behind(agency.service.now()));
        let page = engagements::page(&agency.service, &agency.sales, agency.engagement)
            .await
            .unwrap();
        assert_eq!(page.left, [agency.producer.person.unwrap()]);
        let known = facts::current(&agency.service).await.unwrap();
        let team = domain::team::team(&Ledger::new(&known.facts, agency.service.now()), None);
        let left: Vec<_> = team
            .left
            .iter()
            .map(|one| (one.name.as_str(), one.handoffs))
            .collect();
        assert_eq!(left, [("Pia Producer", 1)]);
        let here = team.departments.iter().flat_map(|one| &one.members);
        assert!(here.into_iter().all(|one| one.name != "Pia Producer"));
    })
    .await;
}

#[tokio::test]
async fn an_end_that_is_taken_back_puts_all_back_where_it_was() {
    on_both(|agency| async move {
        active(&agency).await;
        let waiting = agency.request().await;
        end(&agency, &agency.sales, "2026-04-30").await.unwrap();
        for refused in [&agency.producer, &agency.client] {
            let said = take_back(&agency, refused).await;
            assert!(matches!(said, Err(Error::Refused(_))), "{said:?}");
        }
        take_back(&agency, &agency.sales).await.unwrap();
        let page = engagements::page(&agency.service, &agency.sales, agency.engagement)
            .await
            .unwrap();
        assert_eq!(page.row.stage, EngagementStage::Active);
        assert_eq!(page.row.ends_on, Some(day("2026-06-30")));
        assert!(page.ending().is_none());
        let by = page.endings[0]
            .taken_back
            .as_ref()
            .map(|(_, by)| by.as_str());
        assert_eq!(by, Some("Sam Sales"));
        assert!(agency.cards(ProductionToSales).await.is_empty());
        let job = jobs::page(&agency.service, &agency.producer, waiting)
            .await
            .unwrap();
        assert_eq!(job.card.state, JobState::Submitted);
        let nothing = take_back(&agency, &agency.sales).await.unwrap_err();
        assert_eq!(
            nothing,
            Error::Refused("Nothing has happened here that could be taken back.".into())
        );
        // It can be ended anew, and that be taken back as well.
        end(&agency, &agency.sales, "2026-05-31").await.unwrap();
        take_back(&agency, &agency.admin).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_left_the_board_comes_back_with_its_clock_and_counts_as_before() {
    on_both(|agency| async move {
        let facts = async || {
            let known = facts::current(&agency.service).await.unwrap();
            let mut handoffs = known.facts.handoffs.clone();
            for event in handoffs.iter_mut().flat_map(|fact| &mut fact.events) {
                event.recorded_at = event.at;
            }
            handoffs
        };
        let (before, known) = (agency.card(SalesToProduction).await, facts().await);
        // Not settled: it was withdrawn.
        end(&agency, &agency.sales, "2026-03-16").await.unwrap();
        take_back(&agency, &agency.sales).await.unwrap();
        let back = agency.card(SalesToProduction).await;
        assert_eq!(
            (back.stage, back.clock, back.position.as_str()),
            (before.stage, before.clock, before.position.as_str())
        );
        assert_eq!(facts().await, known);
        // Settled, since it is late: it was stopped.
        agency.later(TimeDelta::hours(50));
        end(&agency, &agency.sales, "2026-03-16").await.unwrap();
        take_back(&agency, &agency.sales).await.unwrap();
        let back = agency.card(SalesToProduction).await;
        agency.submit(&agency.sales, &back).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_end_stands_once_others_have_built_on_it() {
    on_both(|agency| async move {
        active(&agency).await;
        let waiting = agency.request().await;
        end(&agency, &agency.sales, "2026-04-30").await.unwrap();
        agency.later(TimeDelta::minutes(5));
        jobs::answer(&agency.service, &agency.client, waiting, "Why is that?")
            .await
            .unwrap();
        let said = take_back(&agency, &agency.sales).await.unwrap_err();
        assert!(
            said.to_string()
                .starts_with("Cleo Client has written about"),
            "{said}"
        );
        let report = agency.card(ProductionToSales).await;
        let fill = domain::board::FillItem {
            id: report.id,
            version: report.version,
            item: domain::handoff::Item::UseCasesForSales,
            body: "Films in a week".into(),
        };
        handoffs::fill_item(&agency.service, &agency.producer, fill)
            .await
            .unwrap();
        let said = take_back(&agency, &agency.sales).await.unwrap_err();
        assert!(
            said.to_string()
                .starts_with("Pia Producer prepared its closing report since"),
            "{said}"
        );
        let page = engagements::page(&agency.service, &agency.sales, agency.engagement)
            .await
            .unwrap();
        assert_eq!(
            page.ending().unwrap().undo,
            Some(Undo::Refused(said.to_string()))
        );
        agency.later(TimeDelta::days(31));
        let said = take_back(&agency, &agency.sales).await.unwrap_err();
        assert!(
            said.to_string().starts_with("It was ended in 2026-Q1"),
            "{said}"
        );
    })
    .await;
}
