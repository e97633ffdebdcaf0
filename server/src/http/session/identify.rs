//! Finding the account behind a session, once a request.

use super::store;
use crate::http::state::Web;
use app::{api::viewer::Viewer, context};
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use domain::{ids::UserId, policy::Actor, time::Instant};
use service::access::{Profile, profile};
use tower_sessions::Session;

/// A session in use is written again, which prolongs it, after this many seconds.
const FRESH: i64 = 300;

/// Who is signed in, as an extension of the request.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// As the use cases know them.
    pub actor: Actor,
    /// As the screens know them.
    pub viewer: Viewer,
    /// What stands for the session in the database.
    pub session: Vec<u8>,
}

/// Adds [`SignedIn`] to the request where its session is one of an account that may sign in.
pub async fn identify(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    if let Some(session) = request.extensions().get::<Session>().cloned()
        && let Some(who) = account_of(&web, &session).await
    {
        request.extensions_mut().insert(who);
    }
    next.run(request).await
}

async fn account_of(web: &Web, session: &Session) -> Option<SignedIn> {
    session.id()?;
    let user: UserId = session.get(context::USER).await.ok()??;
    // Asked again: a token that the database does not know is forgotten by now.
    let token = session.id()?;
    let Profile {
        actor,
        email,
        client_name,
    } = profile(web.service(), user).await.ok()??;
    keep_fresh(session, web.now()).await;
    let viewer = Viewer {
        name: actor.name.clone(),
        email,
        role: actor.role,
        person: actor.person,
        client_name,
    };
    Some(SignedIn {
        actor,
        viewer,
        session: store::hash(&token),
    })
}

/// Fails only where the session has ended, and then there is nothing to prolong.
async fn keep_fresh(session: &Session, now: Instant) {
    let seen: Option<i64> = session.get(context::SEEN).await.ok().flatten();
    if seen.is_none_or(|seen| now.timestamp() - seen > FRESH) {
        let _ = session.insert(context::SEEN, now.timestamp()).await;
    }
}
