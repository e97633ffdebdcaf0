//! What was typed into a form that was refused, kept until the page with the form is shown again: in the session of those
//! who are signed in, in a cookie for the e-mail of those who are not.

use super::context::cookie;
use app::{
    context::{TYPED_EMAIL, typed_email},
    typed::Typed,
};
use axum::http::HeaderMap;
use tower_sessions::Session;

/// What a session keeps it by.
const TYPED: &str = "typed";

/// Keeps it for the page that comes next.
///
/// # Errors
/// When the session cannot.
pub async fn keep(session: &Session, typed: &Typed) -> Result<(), tower_sessions::session::Error> {
    session.insert(TYPED, typed).await
}

/// What the page should begin with; asked once, it is forgotten.
pub async fn take(headers: &HeaderMap, session: Option<&Session>) -> Typed {
    if let Some(email) = cookie(headers, TYPED_EMAIL).and_then(typed_email) {
        return email;
    }
    let Some(session) = session else {
        return Typed::default();
    };
    // To look costs nothing once the session was loaded; a stranger has none to load.
    match session.get::<Typed>(TYPED).await {
        Ok(Some(typed)) => {
            let _ = session.remove_value(TYPED).await;
            typed
        }
        _ => Typed::default(),
    }
}
