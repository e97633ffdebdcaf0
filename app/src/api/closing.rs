//! Closing reports, and Sales' loop after them.
//!
//! What changes something takes plain fields, so that a form posts it without scripts as well.

#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::{
    board::HandoffCard,
    closing::{ClosingReport, FollowUp, OpenFollowUp},
    ids::{FileId, HandoffId},
};
use leptos::{prelude::*, server_fn::codec::Json};

/// The closing report of a handoff.
#[server(input = Json)]
pub async fn load_report(id: HandoffId) -> Result<ClosingReport, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::closing::report(&service, &actor, id).await?)
}

/// Saves a closing report: its texts, the visuals in their order, and the numbers of this moment.
#[server]
pub async fn save_report(
    id: HandoffId,
    version: i64,
    #[server(default)] summary: String,
    #[server(default)] use_cases: String,
    #[server(default)] visuals: Vec<FileId>,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::closing::WriteReport {
        id,
        version,
        text: domain::closing::ReportText { summary, use_cases },
        visuals,
    };
    Ok(service::closing::write_report(&service, &actor, command).await?)
}

/// Takes back what was last written into a closing report.
#[server]
pub async fn take_back_report(id: HandoffId, version: i64) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::board::TakeBack { id, version };
    Ok(service::closing::take_back_report(&service, &actor, command).await?)
}

/// Writes on in the follow-up of a closing report.
#[server]
pub async fn save_follow_up(
    id: HandoffId,
    #[server(default)] nps_asked_of: String,
    #[server(default)] nps_asked_on: String,
    #[server(default)] re_engagement: String,
    #[server(default)] next_step: String,
    #[server(default)] next_on: String,
    #[server(default)] close: bool,
) -> Result<FollowUp, ApiError> {
    use super::form::{Field, optional};
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::closing::WriteFollowUp {
        id,
        nps_asked_of: optional(Field(
            "nps_asked_of",
            &nps_asked_of,
            "a contact of the list",
        ))?,
        nps_asked_on: optional(Field("nps_asked_on", &nps_asked_on, "a day, or nothing"))?,
        re_engagement: optional(Field(
            "re_engagement",
            &re_engagement,
            "expansion, renewal or none",
        ))?,
        next_step,
        next_on: optional(Field("next_on", &next_on, "a day, or nothing"))?,
        close,
    };
    Ok(service::closing::write_follow_up(&service, &actor, command).await?)
}

/// The follow-ups that are open: Sales' own list.
#[server(input = Json)]
pub async fn load_follow_ups() -> Result<Vec<OpenFollowUp>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::closing::open_follow_ups(&service, &actor).await?)
}
