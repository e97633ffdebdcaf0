//! Follow-ups of accepted closing reports, until they are closed.

use crate::{
    Result,
    closing::{OpenLoop, open_loops},
    db::Tx,
};
use domain::{
    comment::Subject,
    feed::{Carries, FeedItem, Reader, follow_up_concerns},
    ids::PersonId,
    time::{Instant, Zone},
};

pub(super) async fn items(
    tx: &mut Tx,
    reader: &Reader,
    zone: &Zone,
    now: Instant,
) -> Result<Vec<FeedItem>> {
    let mut items = Vec::new();
    for open in open_loops(tx).await? {
        items.extend(item(open, reader, zone, now)?);
    }
    Ok(items)
}

/// It is told on the day of its acceptance, and anew once its next step is overdue: each next step is news of its own.
fn item(open: OpenLoop, reader: &Reader, zone: &Zone, now: Instant) -> Result<Option<FeedItem>> {
    let (follow_up, today) = (open.now()?, zone.day(now));
    let carries = Carries {
        account_manager: open.account_manager.map(PersonId),
        ..Carries::default()
    };
    let concern = follow_up_concerns(reader, &carries, &follow_up, today);
    let overdue_since = follow_up.next_on.filter(|_| follow_up.is_overdue(today));
    let day = follow_up.next_on.map(|day| day.to_string());
    Ok(concern.map(|kind| FeedItem {
        key: format!(
            "follow-up:{}:{kind}:{}",
            open.handoff(),
            day.unwrap_or_default()
        ),
        kind,
        at: overdue_since.map_or(open.accepted_at, |day| zone.end_of(day)),
        by: None,
        title: open.engagement_name.clone(),
        client: open.client_name.clone(),
        said: match follow_up.next_on {
            Some(day) => format!("{}, by {day}", follow_up.next()),
            None => follow_up.next().to_owned(),
        },
        opens: Some(Subject::Handoff(open.handoff())),
        // What came with an import and nobody has followed up is told, but it is no news.
        read: follow_up.next_on.is_none() && !open.was_entered_here(),
    }))
}
