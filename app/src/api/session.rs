//! Signing in and out, and the sessions of an account.

use super::error::ApiError;
#[cfg(feature = "ssr")]
use crate::hex;
use domain::time::Instant;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A browser in which the viewer is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSession {
    /// Names it in [`revoke_session`]; signs nobody in.
    pub id: String,
    /// As the browser calls itself.
    pub user_agent: String,
    /// When it was signed in.
    pub began_at: Instant,
    /// When it last asked for something, to the minute or so.
    pub seen_at: Instant,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// Signs in with e-mail and password, and goes to `next` or to the role's first page.
/// Signs in with e-mail and password, and goes to `next` or to the role's first page.
#[server]
pub async fn sign_in(
    /// As the account was made with; case and spaces around it do not matter.
    email: String,
    /// The password.
    password: String,
    /// A path of this site to go on to.
    next: Option<String>,
) -> Result<(), ApiError> {
    use crate::context::{keep_typed_email, visit};
    use domain::policy::{landing, local_path};
    let visit = visit()?;
    let signed_in = service::access::sign_in(&visit.service, &visit.source, &email, &password);
    let actor = signed_in.await.inspect_err(|_| keep_typed_email(&email))?;
    let user = actor.user.ok_or(ApiError::SignedOut)?;
    visit.begin(user).await?;
    let next = next.as_deref().and_then(local_path);
    leptos_axum::redirect(next.unwrap_or(landing(actor.role).path()));
    Ok(())
}

/// Ends this session.
#[server]
pub async fn sign_out() -> Result<(), ApiError> {
    crate::context::visit()?.end().await?;
    leptos_axum::redirect("/sign-in");
    Ok(())
}

/// The sessions of the viewer, the latest first.
#[server]
pub async fn open_sessions() -> Result<Vec<OpenSession>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let this = crate::context::visit()?.session_hash;
    let sessions = service::access::sessions(&service, &actor).await?;
    let listed = sessions.into_iter().map(|session| OpenSession {
        is_this: Some(&session.token_hash) == this.as_ref(),
        id: hex::written(&session.token_hash),
        user_agent: session.user_agent,
        began_at: session.created_at,
        seen_at: session.last_seen_at,
    });
    Ok(listed.collect())
}

/// Ends one of the viewer's sessions, wherever it is.
#[server]
pub async fn revoke_session(
    /// Of the list.
    id: String,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let hash = hex::read(&id).unwrap_or_default();
    Ok(service::access::revoke_session(&service, &actor, &hash).await?)
}

/// Changes the viewer's own password; other browsers are signed out.
#[server]
pub async fn change_password(
    /// The present password.
    old: String,
    /// The new one.
    new: String,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let keep = crate::context::visit()?.session_hash.unwrap_or_default();
    Ok(service::access::change_password(&service, &actor, &old, &new, &keep).await?)
}
