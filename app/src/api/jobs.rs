//! The jobs as the agency sees them, and moving them.

use super::error::ApiError;
use domain::{
    ids::JobId,
    job::{JobCard, JobChoices, JobEventKind, JobFilter, JobList, JobPage},
};
use leptos::{prelude::*, server_fn::codec::Json};

/// Jobs come in pages of this many.
pub const PAGE: i64 = 100;

#[cfg(feature = "ssr")]
const _: () = assert!(PAGE as usize == service::jobs::PAGE);

/// A page of the jobs that pass `filter`, counted from 0.
#[server(input = Json)]
pub async fn load_jobs(
    /// Which jobs.
    filter: JobFilter,
    /// From 0.
    page: i64,
) -> Result<JobList, ApiError> {
    let (service, actor) = agency()?;
    let skip = usize::try_from(page.saturating_mul(PAGE)).unwrap_or_default();
    Ok(service::jobs::list(&service, &actor, &filter, skip).await?)
}

/// What the list can be filtered by.
#[server(input = Json)]
pub async fn load_job_choices() -> Result<JobChoices, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::jobs::choices(&service, &actor).await?)
}

/// One job.
#[server(input = Json)]
pub async fn load_job(
    /// Which.
    id: JobId,
) -> Result<JobPage, ApiError> {
    let (service, actor) = agency()?;
    Ok(service::jobs::page(&service, &actor, id).await?)
}

/// Has `event` happen to a job that the viewer saw at `version`. A plain form goes back to where it was.
#[server]
pub async fn move_job(
    /// Which.
    id: JobId,
    /// The version that the viewer saw.
    version: i64,
    /// What happens to it.
    event: JobEventKind,
    /// Why, where that is asked.
    #[server(default)]
    reason: String,
) -> Result<JobCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::job::MoveJob {
        id,
        version,
        event,
        reason,
    };
    Ok(service::jobs::move_job(&service, &actor, command).await?)
}

/// Takes the last step of a job back. A plain form goes back to where it was.
#[server]
pub async fn take_back_job(
    /// Which.
    id: JobId,
    /// The version that the viewer saw.
    version: i64,
) -> Result<JobCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::job::TakeBackJob { id, version };
    Ok(service::jobs::take_back(&service, &actor, command).await?)
}

/// Asks the client something about a job, which goes on meanwhile. A plain form goes back to where it was.
#[server]
pub async fn ask_client(
    /// Which job.
    id: JobId,
    /// What is asked.
    #[server(default)]
    message: String,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::jobs::ask(&service, &actor, id, &message).await?)
}

/// Those who may see jobs as the agency does. A client's view of its own is in `portal`: it leaves out what is the
/// agency's alone, such as retakes.
#[cfg(feature = "ssr")]
fn agency() -> Result<(service::Service, domain::policy::Actor), ApiError> {
    use domain::policy::{Action, may};
    let (service, actor) = crate::context::signed_in()?;
    may(&actor, Action::SeeJobs).map_err(service::Error::from)?;
    Ok((service, actor))
}
