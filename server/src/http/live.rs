//! `GET /live`: what changes, as it changes, to those who may see it.

use super::{error, session::SignedIn, state::Web};
use app::api::error::ApiError;
use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderMap, HeaderName},
    response::{
        IntoResponse as _, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use domain::{
    board::{Changed, LiveChange},
    comment::{Comment, Subject},
};
use futures::{Stream, StreamExt as _, future, stream};
use serde::Deserialize;
use service::{db::rows::ChangeRow, live};
use std::{convert::Infallible, time::Duration};
use tokio::sync::watch;

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// A subscriber that is further behind than this is told to load anew rather than sent every step.
const MOST_BEHIND: i64 = 1_000;

/// How often a stream makes sure that its session still stands.
const LOOK: Duration = Duration::from_millis(700);

/// From where a subscriber wants to go on.
#[derive(Debug, Deserialize)]
pub struct From {
    /// The number of the last change that it knows; a reconnecting browser's `Last-Event-ID` comes before it.
    after: Option<i64>,
}

/// Streams the changes after the given number: each an event with its number as `id` and a `LiveChange` as JSON. The
/// event `resync` says that the subscriber must load what it shows anew and go on from that event's `id`.
pub async fn subscribe(
    State(web): State<Web>,
    who: Option<Extension<SignedIn>>,
    Query(from): Query<From>,
    headers: HeaderMap,
) -> Response {
    let Some(Extension(who)) = who else {
        return error::answer(ApiError::SignedOut, &headers);
    };
    let last = headers
        .get(LAST_EVENT_ID)
        .and_then(|id| id.to_str().ok()?.parse().ok());
    let woken = web.service().hub().changed();
    let feed = Feed {
        web: web.clone(),
        who,
        woken,
        sent: last.or(from.after),
    };
    let stopping = web.stopping();
    Sse::new(feed.events().take_until(stopping.cancelled_owned()))
        .keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
        .into_response()
}

/// One subscriber's place in the change log. Each reads at its own pace: a slow one holds nobody up.
struct Feed {
    web: Web,
    who: SignedIn,
    woken: watch::Receiver<i64>,
    /// The number of the last change that was sent, or skipped as not to be seen; unset before the first look.
    sent: Option<i64>,
}

/// Events to send together.
type Events = Vec<Result<Event, Infallible>>;

impl Feed {
    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        let first = Box::pin(async move { self.look().await.ok() });
        stream::once(first)
            .filter_map(future::ready)
            .flat_map(|(events, feed)| {
                stream::iter(events).chain(stream::unfold(feed, Self::next).flat_map(stream::iter))
            })
    }

    /// Waits for the next change. Ends with the session, with the server, or when the database fails: the browser then
    /// comes back and goes on from its last number.
    async fn next(mut self) -> Option<(Events, Self)> {
        loop {
            let woken = tokio::time::timeout(LOOK, self.woken.changed()).await;
            if matches!(woken, Ok(Err(_))) || !self.session_stands().await {
                return None;
            }
            if woken.is_ok() {
                return self.look().await.ok();
            }
        }
    }

    async fn session_stands(&self) -> bool {
        matches!(
            self.web.service().session(&self.who.session).await,
            Ok(Some(_))
        )
    }

    /// What changed since the last look.
    async fn look(mut self) -> service::Result<(Events, Self)> {
        self.woken.mark_unchanged();
        let service = self.web.service();
        let newest = live::latest(&mut service.db().read().await?).await?;
        let sent = self.sent.replace(newest).unwrap_or(newest);
        if newest - sent > MOST_BEHIND || sent > newest {
            let resync = Event::default()
                .event("resync")
                .id(newest.to_string())
                .data("{}");
            return Ok((vec![Ok(resync)], self));
        }
        let rows = live::since(service, &self.who.actor, sent, MOST_BEHIND).await?;
        if let Some(last) = rows.last() {
            // Others may have been committed after `newest` was read.
            self.sent = Some(newest.max(last.seq));
        }
        Ok((rows.iter().filter_map(event).map(Ok).collect(), self))
    }
}

fn event(row: &ChangeRow) -> Option<Event> {
    let change = change_of(row)?;
    Event::default()
        .id(change.seq.to_string())
        .json_data(change)
        .ok()
}

fn change_of(row: &ChangeRow) -> Option<LiveChange> {
    let what = match row.entity.as_str() {
        "handoff" => Changed::Handoff(serde_json::from_str(&row.body).ok()?),
        "job" => Changed::Job(row.entity_id.parse().ok()?),
        "comment" => Changed::Comments(about(&row.body)?),
        other => Changed::Other(other.to_owned()),
    };
    let (actor_name, action) = (row.actor_name.clone(), row.action.clone());
    Some(LiveChange {
        seq: row.seq,
        at: row.at,
        actor_name,
        action,
        what,
    })
}

/// What a comment is about, of what the log keeps of it.
fn about(comment: &str) -> Option<Subject> {
    let comment: Comment = serde_json::from_str(comment).ok()?;
    Some(comment.about)
}
