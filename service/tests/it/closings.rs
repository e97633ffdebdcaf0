//! Closing reports open by themselves.

use crate::database::on_both;
use chrono::TimeDelta;
use domain::handoff::HandoffKind::ProductionToSales;
use service::{Error, engagements, jobs};

#[tokio::test]
async fn the_closing_report_opens_once_when_the_last_day_has_passed() {
    on_both(|agency| async move {
        agency.later(TimeDelta::days(120));
        assert_eq!(
            engagements::open_due_closings(&agency.service).await,
            Ok(0),
            "the last day itself still counts"
        );
        agency.later(TimeDelta::days(1));
        assert_eq!(engagements::open_due_closings(&agency.service).await, Ok(1));
        assert_eq!(engagements::open_due_closings(&agency.service).await, Ok(0));
        let card = agency.card(ProductionToSales).await;
        assert_eq!(
            card.clock.due_at,
            Some("2026-07-08T00:00:00+02:00".parse().unwrap())
        );
        let again =
            engagements::start_closing(&agency.service, &agency.producer, agency.engagement).await;
        assert!(matches!(again, Err(Error::Refused(_))));
        assert!(
            jobs::promises(&agency.service, &agency.client)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}
