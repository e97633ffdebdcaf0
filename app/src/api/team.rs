//! The people of the agency with what they carry.

use super::error::ApiError;
use domain::team::Team;
use leptos::prelude::*;

/// Everybody, by department.
#[server]
pub async fn whole_team() -> Result<Team, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::numbers::team(&service, &actor).await?)
}
