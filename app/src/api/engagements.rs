//! The engagements: the list, one of them, signing a new one, and closing one.

#![allow(
    clippy::too_many_arguments,
    reason = "the arguments of a server function are the fields of its form"
)]
#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::{
    engagement::{EngagementPage, EngagementRow, SigningChoices},
    ids::EngagementId,
};
use leptos::prelude::*;

/// All engagements.
#[server]
pub async fn load_engagements() -> Result<Vec<EngagementRow>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::engagements::list(&service, &actor).await?)
}

/// Everything about one engagement.
#[server]
pub async fn load_engagement(id: EngagementId) -> Result<EngagementPage, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::engagements::page(&service, &actor, id).await?)
}

/// What whoever signs an engagement can choose from.
#[server]
pub async fn load_choices() -> Result<SigningChoices, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::engagements::choices(&service, &actor).await?)
}

/// Signs an engagement, and goes to its page. The fields are texts as the form has them; times are the agency's.
#[server]
#[allow(
    clippy::too_many_arguments,
    reason = "one for each field of the form, which posts without scripts"
)]
pub async fn sign_engagement(
    #[server(default)] client: String,
    #[server(default)] name: String,
    #[server(default)] sow_signed_at: String,
    #[server(default)] monthly_fee: String,
    #[server(default)] starts_on: String,
    #[server(default)] ends_on: String,
    #[server(default)] account_manager: String,
    #[server(default)] producer: String,
    #[server(default)] backup: String,
    #[server(default)] pod: String,
    #[server(default)] usual: String,
) -> Result<(), ApiError> {
    use super::form::{Field, optional, required};
    use domain::ids::{ClientId, PersonId, PodId};
    let (service, actor) = crate::context::signed_in()?;
    let signed = required(
        Field("sow_signed_at", &sow_signed_at, "when the SOW was signed"),
        |text| super::local_time::instant(&service, "sow_signed_at", text).ok(),
    )?;
    let person = |name, text: &str| optional::<PersonId>(Field(name, text, "a person of the list"));
    let command = domain::engagement::SignEngagement {
        client: required::<ClientId>(Field("client", &client, "a client of the list"), |text| {
            text.parse().ok()
        })?,
        name,
        sow_signed_at: signed,
        monthly_fee: required(
            Field("monthly_fee", &monthly_fee, "an amount such as 25000.00"),
            |text| text.replace([',', ' '], "").parse().ok(),
        )?,
        starts_on: required(Field("starts_on", &starts_on, "the first day"), |text| {
            text.parse().ok()
        })?,
        ends_on: optional(Field("ends_on", &ends_on, "a day, or nothing"))?,
        account_manager: person("account_manager", &account_manager)?,
        producer: person("producer", &producer)?,
        backup: person("backup", &backup)?,
        pod: optional::<PodId>(Field("pod", &pod, "a pod of the list"))?,
        usual: optional(Field("usual", &usual, "a kind of the list"))?,
    };
    let id = service::engagements::sign(&service, &actor, command).await?;
    leptos_axum::redirect(&format!("/engagements/{id}"));
    Ok(())
}

/// Opens the closing report (H4) of an engagement, and goes to it.
#[server]
pub async fn start_closing(id: EngagementId) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let handoff = service::engagements::start_closing(&service, &actor, id).await?;
    leptos_axum::redirect(&format!("/handoffs/{handoff}"));
    Ok(())
}

/// Takes an early end back.
#[server]
pub async fn take_back_ending(id: EngagementId, version: i64) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::engagement::TakeBackEnding { id, version };
    Ok(service::engagements::take_back_ending(&service, &actor, command).await?)
}

/// Ends an engagement before its term: from `last_day` on, for a reason. The version that it has since.
#[server]
pub async fn end_engagement(
    id: EngagementId,
    version: i64,
    #[server(default)] last_day: String,
    #[server(default)] reason: String,
) -> Result<i64, ApiError> {
    use super::form::{Field, required};
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::engagement::EndEarly {
        id,
        version,
        last_day: required(Field("last_day", &last_day, "the last day"), |text| {
            text.parse().ok()
        })?,
        reason,
    };
    Ok(service::engagements::end_early(&service, &actor, command).await?)
}
