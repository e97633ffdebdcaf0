//! What a client sees of its requests.

use super::error::ApiError;
use domain::{
    ids::JobId,
    job::{PortalHome, PortalJob, Promise},
};
use leptos::{prelude::*, server_fn::codec::Json};

/// Requests that are over come in pages of this many.
pub const PAST_PAGE: i64 = 10;

/// The client's first page; `past` counts pages of requests that are over, from 0.
#[server(input = Json)]
pub async fn load_home(
    /// From 0.
    past: i64,
) -> Result<PortalHome, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::jobs::portal_home(&service, &actor, past.max(0) * PAST_PAGE, PAST_PAGE).await?)
}

/// One of the client's requests.
#[server(input = Json)]
pub async fn load_own_job(
    /// Which.
    id: JobId,
) -> Result<PortalJob, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::jobs::portal_job(&service, &actor, id).await?)
}

/// What the client can ask for, and what would be promised if it asked now.
#[server(input = Json)]
pub async fn load_promises() -> Result<Vec<Promise>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::jobs::promises(&service, &actor).await?)
}
