//! Finding things.

use super::error::ApiError;
use domain::search::Hit;
use leptos::prelude::*;

/// What answers the text best, of what the viewer may see: some of each kind, grouped by kind.
#[server]
pub async fn search(
    /// What was typed.
    #[server(default)]
    text: String,
) -> Result<Vec<Hit>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::search::search(&service, &actor, &text).await?)
}
