//! What concerns whom.

use crate::{agency::Agency, database::on_both};
use chrono::TimeDelta;
use domain::{
    board::MoveHandoff,
    comment::Subject,
    feed::FeedKind,
    handoff::{HandoffKind, Stage},
    policy::Actor,
};
use service::{Error, comments, feed, handoffs};

async fn kinds(agency: &Agency, who: &Actor) -> Vec<FeedKind> {
    let feed = feed::feed(&agency.service, who).await.unwrap();
    feed.items.into_iter().map(|item| item.kind).collect()
}

#[tokio::test]
async fn a_handoff_comes_and_goes_back() {
    on_both(|agency| async move {
        let card = agency.card(HandoffKind::SalesToProduction).await;
        agency.later(TimeDelta::hours(1));
        let card = agency.submit(&agency.sales, &card).await.unwrap();
        assert_eq!(kinds(&agency, &agency.producer).await, [FeedKind::Arrived]);
        assert!(kinds(&agency, &agency.sales).await.is_empty());
        assert!(kinds(&agency, &agency.generative).await.is_empty());
        agency.later(TimeDelta::hours(1));
        let back = MoveHandoff {
            reason: Some("The budget is missing.".into()),
            ..MoveHandoff::plain(card.id, card.version, Stage::Preparing)
        };
        handoffs::move_handoff(&agency.service, &agency.producer, back)
            .await
            .unwrap();
        let of_sales = feed::feed(&agency.service, &agency.sales).await.unwrap();
        let item = &of_sales.items[0];
        assert_eq!(
            (item.kind, item.said.as_str()),
            (FeedKind::Returned, "The budget is missing.")
        );
        assert_eq!(item.by.as_deref(), Some("Pia Producer"));
        assert_eq!(item.opens, Some(Subject::Handoff(card.id)));
        assert_eq!(of_sales.unread(), of_sales.items.len());
        agency.later(TimeDelta::days(40));
        assert_eq!(kinds(&agency, &agency.producer).await, [], "it is long ago");
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_runs_out_concerns_who_has_it() {
    on_both(|agency| async move {
        agency.later(TimeDelta::hours(40));
        assert_eq!(kinds(&agency, &agency.sales).await, [FeedKind::AtRisk]);
        agency.later(TimeDelta::hours(10));
        assert_eq!(kinds(&agency, &agency.sales).await, [FeedKind::Breached]);
        assert!(kinds(&agency, &agency.producer).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_was_read_stays_read() {
    on_both(|agency| async move {
        let about = Subject::Engagement(agency.engagement);
        for text in ["@Gus Generative one", "@Gus Generative two", "nobody"] {
            comments::write(&agency.service, &agency.producer, about, text)
                .await
                .unwrap();
            agency.later(TimeDelta::minutes(1));
        }
        let who = &agency.generative;
        let first = feed::feed(&agency.service, who).await.unwrap();
        let said: Vec<&str> = first.items.iter().map(|item| item.said.as_str()).collect();
        assert_eq!(said, ["@Gus Generative two", "@Gus Generative one"]);
        assert_eq!(first.seq, agency.changes().await);
        feed::mark_read(&agency.service, who, &first.items[1].key)
            .await
            .unwrap();
        feed::mark_read(&agency.service, who, &first.items[1].key)
            .await
            .unwrap();
        let second = feed::feed(&agency.service, who).await.unwrap();
        let read: Vec<bool> = second.items.iter().map(|item| item.read).collect();
        assert_eq!(read, [false, true]);
        assert_eq!(feed::unread(&agency.service, who).await.unwrap(), 1);
        feed::mark_all_read(&agency.service, who).await.unwrap();
        assert_eq!(feed::unread(&agency.service, who).await.unwrap(), 0);
        let other = feed::mark_read(&agency.service, &agency.sales, &first.items[0].key).await;
        assert!(
            matches!(other, Err(Error::NotFound(_))),
            "it is not in their feed: {other:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_deleted_comment_concerns_nobody_any_more() {
    on_both(|agency| async move {
        let about = Subject::Engagement(agency.engagement);
        let comment = comments::write(&agency.service, &agency.producer, about, "@Sam Sales?")
            .await
            .unwrap();
        assert_eq!(kinds(&agency, &agency.sales).await, [FeedKind::Mention]);
        comments::delete(&agency.service, &agency.producer, comment.id, 1)
            .await
            .unwrap();
        assert!(kinds(&agency, &agency.sales).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn clients_have_no_feed() {
    on_both(|agency| async move {
        let read = feed::feed(&agency.service, &agency.client).await;
        assert!(matches!(read, Err(Error::Refused(_))), "{read:?}");
        let marked = feed::mark_all_read(&agency.service, &agency.client).await;
        assert!(matches!(marked, Err(Error::Refused(_))), "{marked:?}");
    })
    .await;
}

#[tokio::test]
async fn the_past_is_no_news_to_whoever_joins() {
    on_both(|agency| async move {
        agency.later(TimeDelta::hours(50));
        let joined = agency.join("Nina New", &agency.sales).await;
        let feed_of = async |who: &Actor| feed::feed(&agency.service, who).await.unwrap();
        // The clock that ran out before is told, and is no news.
        let before = feed_of(&joined).await;
        let told: Vec<_> = before
            .items
            .iter()
            .map(|item| (item.kind, item.read))
            .collect();
        assert_eq!(told, [(FeedKind::Breached, true)]);
        assert_eq!(feed_of(&agency.sales).await.unread(), 1);
        agency.later(TimeDelta::hours(1));
        let about = Subject::Engagement(agency.engagement);
        comments::write(&agency.service, &agency.producer, about, "@Nina New, look")
            .await
            .unwrap();
        assert_eq!(feed_of(&joined).await.unread(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_runs_out_of_time_concerns_who_produces_it() {
    on_both(|agency| async move {
        let id = agency.request().await;
        let of = async |who: &Actor| -> Vec<(FeedKind, Option<Subject>)> {
            let feed = feed::feed(&agency.service, who).await.unwrap();
            let items = feed.items.into_iter().map(|item| (item.kind, item.opens));
            items
                .filter(|(_, opens)| *opens == Some(Subject::Job(id)))
                .collect()
        };
        assert_eq!(of(&agency.producer).await, []);
        agency.later(TimeDelta::days(10));
        let breached = [(FeedKind::Breached, Some(Subject::Job(id)))];
        assert_eq!(of(&agency.producer).await, breached);
        assert_eq!(of(&agency.generative).await, []);
        agency
            .happen(
                &agency.producer,
                id,
                domain::job::JobEventKind::Declined,
                "Too late",
            )
            .await
            .unwrap();
        assert_eq!(of(&agency.producer).await, []);
    })
    .await;
}
