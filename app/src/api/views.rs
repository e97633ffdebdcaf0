//! Views that people keep.

#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::{ids::ViewId, view::SavedView};
use leptos::{prelude::*, server_fn::codec::Json};

/// One's own views.
#[server(input = Json)]
pub async fn load_views() -> Result<Vec<SavedView>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::views::list(&service, &actor).await?)
}

/// Keeps what an address shows under a name.
#[server]
pub async fn save_view(
    #[server(default)] name: String,
    #[server(default)] address: String,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    service::views::save(&service, &actor, &name, &address).await?;
    Ok(())
}

/// Gives a view another name.
#[server]
pub async fn rename_view(id: ViewId, #[server(default)] name: String) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::views::rename(&service, &actor, id, &name).await?)
}

/// Drops a view.
#[server]
pub async fn delete_view(id: ViewId) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::views::delete(&service, &actor, id).await?)
}
