//! Two at once.

use crate::{agency::plain, database::on_both};
use domain::{
    board::MoveHandoff,
    handoff::{HandoffKind::SalesToProduction, Stage},
};
use service::{Error, handoffs};

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_decide_at_once_one_is_told_of_the_other() {
    on_both(|agency| async move {
        let card = agency
            .submit(&agency.sales, &agency.card(SalesToProduction).await)
            .await
            .unwrap();
        let returning = MoveHandoff {
            reason: Some("Not yet".into()),
            ..plain(&card, Stage::Preparing)
        };
        let accepting = plain(&card, Stage::Accepted);
        let before = agency.changes().await;
        let decide = |command: MoveHandoff| {
            let agency = agency.clone();
            tokio::spawn(async move {
                handoffs::move_handoff(&agency.service, &agency.producer, command).await
            })
        };
        let (one, other) = tokio::join!(decide(returning), decide(accepting));
        let outcomes = [one.unwrap(), other.unwrap()];
        let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        let told = outcomes
            .iter()
            .filter(|outcome| matches!(outcome, Err(Error::Conflict { .. })))
            .count();
        assert_eq!((won, told), (1, 1), "{outcomes:?}");
        // Accepting opens the pod request as well, returning does nothing else.
        let accepted = outcomes
            .iter()
            .flatten()
            .any(|card| card.stage == Stage::Accepted);
        assert_eq!(
            agency.changes().await - before,
            if accepted { 2 } else { 1 }
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_writers_leave_every_change_in_the_log() {
    on_both(|agency| async move {
        let before = agency.changes().await;
        let writers = (0..12).map(|_| {
            let agency = agency.clone();
            tokio::spawn(async move { agency.request().await })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        assert_eq!(agency.changes().await - before, 12);
    })
    .await;
}
