//! What the server puts into the context of every page and server function.

use crate::{api::error::ApiError, hex, typed::Typed};
use domain::{ids::UserId, policy::Actor, time::Instant};
use http::{HeaderValue, header::SET_COOKIE};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use service::{Error, Service};
use tower_sessions::Session;

/// What a session says of who is signed in: the id of the account.
pub const USER: &str = "user";

/// What a session says of its browser, by the browser's own words.
pub const USER_AGENT: &str = "user_agent";

/// When a session was last written, in Unix seconds.
pub const SEEN: &str = "seen";

/// The cookie that keeps the e-mail of a refused sign-in for the page that shows the form again.
pub const TYPED_EMAIL: &str = "typed-email";

/// The longest e-mail address, in bytes.
const MOST_EMAIL: usize = 254;

/// One request: who asks, when, and what answers it.
#[derive(Clone)]
pub struct Visit {
    /// The use cases.
    pub service: Service,
    /// Who asks, by the session; unset for a stranger.
    pub actor: Option<Actor>,
    /// The browser's session.
    pub session: Option<Session>,
    /// What stands for the session in the database; signs nobody in.
    pub session_hash: Option<Vec<u8>>,
    /// The browser, by its own words.
    pub user_agent: String,
    /// The network address that the request comes from.
    pub source: String,
    /// When it came.
    pub now: Instant,
}

/// The request that is being answered.
///
/// # Errors
/// Only outside of a request.
pub fn visit() -> Result<Visit, ApiError> {
    use_context::<Visit>().ok_or_else(|| Error::Unavailable.into())
}

/// The use cases and who asks for them: how nearly every server function begins.
///
/// # Errors
/// [`ApiError::SignedOut`] for a stranger.
pub fn signed_in() -> Result<(Service, Actor), ApiError> {
    let Visit { service, actor, .. } = visit()?;
    match actor {
        Some(actor) => Ok((service, actor)),
        None => Err(ApiError::SignedOut.noted()),
    }
}

impl Visit {
    /// Signs an account in: the session gets a new token, so that one planted before is worth nothing.
    pub(crate) async fn begin(&self, user: UserId) -> Result<(), ApiError> {
        let session = self.session()?;
        session.clear().await;
        session.insert(USER, user).await.map_err(broken)?;
        session
            .insert(USER_AGENT, &self.user_agent)
            .await
            .map_err(broken)?;
        session.cycle_id().await.map_err(broken)
    }

    /// Signs out: the session is gone, here and in the database.
    pub(crate) async fn end(&self) -> Result<(), ApiError> {
        self.session()?.flush().await.map_err(broken)
    }

    fn session(&self) -> Result<&Session, ApiError> {
        self.session
            .as_ref()
            .ok_or_else(|| Error::Unavailable.into())
    }
}

/// Keeps the e-mail of a refused sign-in for a minute, for browsers without scripts.
pub(crate) fn keep_typed_email(email: &str) {
    let Some(response) = use_context::<ResponseOptions>() else {
        return;
    };
    let value = hex::written(email.get(..MOST_EMAIL).unwrap_or(email).as_bytes());
    let cookie =
        format!("{TYPED_EMAIL}={value}; Max-Age=60; Path=/sign-in; HttpOnly; SameSite=Strict");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.append_header(SET_COOKIE, cookie);
    }
}

/// Reads the value of the [`TYPED_EMAIL`] cookie.
pub fn typed_email(value: &str) -> Option<Typed> {
    let email = String::from_utf8(hex::read(value)?).ok()?;
    Some(Typed {
        texts: vec![("email".to_owned(), email)],
        error: None,
    })
}

fn broken(error: tower_sessions::session::Error) -> ApiError {
    leptos::logging::error!("the session: {error}");
    Error::Unavailable.into()
}
