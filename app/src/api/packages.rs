//! What the packages of H1 and H2 contain: each section is saved as a whole.
//!
//! What changes something takes plain fields, so that a form posts it without scripts as well; a line that was left empty
//! is dropped.

#![allow(
    clippy::too_many_arguments,
    reason = "a server function has an argument for each control of its form"
)]
#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::{
    board::HandoffCard,
    ids::{EngagementId, HandoffId},
    package::{
        AnswerFields, BudgetFields, MilestoneFields, PodRoleFields, Section, SpecFields,
        StaffingFields,
    },
};
use leptos::prelude::*;

/// Writes the SOW: the signed document, a file of the handoff, and its value over the term.
#[server]
pub async fn save_sow(
    id: HandoffId,
    version: i64,
    #[server(default)] file: String,
    #[server(default)] value: String,
) -> Result<HandoffCard, ApiError> {
    let sow = domain::package::SowFields { file, value }.read()?;
    save(id, version, domain::package::Content::Sow(sow)).await
}

/// Writes the milestones.
#[server]
pub async fn save_milestones(
    id: HandoffId,
    version: i64,
    #[server(default)] lines: Vec<MilestoneFields>,
) -> Result<HandoffCard, ApiError> {
    let rows = domain::package::lines(&lines)?;
    save(id, version, domain::package::Content::Milestones(rows)).await
}

/// Writes the staffing plan.
#[server]
pub async fn save_staffing(
    id: HandoffId,
    version: i64,
    #[server(default)] lines: Vec<StaffingFields>,
) -> Result<HandoffCard, ApiError> {
    let rows = domain::package::lines(&lines)?;
    save(id, version, domain::package::Content::Staffing(rows)).await
}

/// Writes the budget.
#[server]
pub async fn save_budget(
    id: HandoffId,
    version: i64,
    #[server(default)] lines: Vec<BudgetFields>,
) -> Result<HandoffCard, ApiError> {
    let rows = domain::package::lines(&lines)?;
    save(id, version, domain::package::Content::Budget(rows)).await
}

/// Writes the roles that Generative is asked for.
#[server]
pub async fn save_pod_roles(
    id: HandoffId,
    version: i64,
    #[server(default)] lines: Vec<PodRoleFields>,
) -> Result<HandoffCard, ApiError> {
    let rows = domain::package::lines(&lines)?;
    save(id, version, domain::package::Content::PodRoles(rows)).await
}

/// Writes what is to be delivered.
#[server]
pub async fn save_specs(
    id: HandoffId,
    version: i64,
    #[server(default)] lines: Vec<SpecFields>,
) -> Result<HandoffCard, ApiError> {
    let rows = domain::package::lines(&lines)?;
    save(id, version, domain::package::Content::Specs(rows)).await
}

/// Writes the brand context: texts, links, one a line, and files of the handoff or of the brand page.
#[server]
pub async fn save_brand(
    id: HandoffId,
    version: i64,
    #[server(default)] text: String,
    #[server(default)] voice: String,
    #[server(default)] dos: String,
    #[server(default)] donts: String,
    #[server(default)] links: String,
    #[server(default)] files: Vec<String>,
) -> Result<HandoffCard, ApiError> {
    let fields = domain::brand::BrandFields {
        text,
        voice,
        dos,
        donts,
        links,
        files,
    };
    save(id, version, domain::package::Content::Brand(fields.read()?)).await
}

/// Brings what changed on the client's brand page since it was copied into the brand context.
#[server]
pub async fn bring_in_brand(id: HandoffId, version: i64) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::packages::bring_in_brand(&service, &actor, id, version).await?)
}

/// Takes back what was written last into a section.
#[server]
pub async fn take_back_section(
    id: HandoffId,
    version: i64,
    section: Section,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::board::TakeBack { id, version };
    Ok(service::packages::take_back_section(&service, &actor, command, section).await?)
}

/// Fills what is empty: an SOW package with the usual lines of a kind of engagement, a pod request with what is known.
#[server]
pub async fn fill_usual(
    id: HandoffId,
    version: i64,
    #[server(default)] usual: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let usual = match usual.as_str() {
        "" => None,
        name => Some(
            name.parse()
                .map_err(|unknown| ApiError::invalid("usual", unknown))?,
        ),
    };
    Ok(service::packages::fill_usual(&service, &actor, id, version, usual).await?)
}

/// Generative says for each role of a pod request who takes it from when, or before which day nobody can.
#[server]
pub async fn answer_roles(
    id: HandoffId,
    version: i64,
    #[server(default)] lines: Vec<AnswerFields>,
    #[server(default)] remark: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::package::AnswerRoles {
        id,
        version,
        lines,
        remark,
    };
    Ok(service::packages::answer_roles(&service, &actor, command).await?)
}

/// Corrects when an SOW was signed; the clock of its package follows.
#[server]
pub async fn correct_signature(
    id: EngagementId,
    version: i64,
    #[server(default)] signed_at: String,
    #[server(default)] reason: String,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let text = signed_at.trim();
    let local: Result<chrono::NaiveDateTime, _> =
        text.parse().or_else(|_| format!("{text}:00").parse());
    let local = local.map_err(|_| {
        ApiError::invalid(
            "signed_at",
            format!("`{text}` does not do here: give the day and time of the signature."),
        )
    })?;
    let command = domain::engagement::CorrectSignature {
        id,
        version,
        signed_at: service.zone().instant(local),
        reason,
    };
    Ok(service::engagements::correct_signature(&service, &actor, command).await?)
}

#[cfg(feature = "ssr")]
async fn save(
    id: HandoffId,
    version: i64,
    content: domain::package::Content,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::package::SavePackage {
        id,
        version,
        content,
    };
    Ok(service::packages::save_section(&service, &actor, command).await?)
}

#[cfg(feature = "ssr")]
impl From<domain::package::BadLine> for ApiError {
    fn from(bad: domain::package::BadLine) -> Self {
        ApiError::invalid(bad.control(), bad)
    }
}

#[cfg(feature = "ssr")]
impl From<domain::package::BadField> for ApiError {
    fn from(bad: domain::package::BadField) -> Self {
        ApiError::invalid(bad.field, bad.sentence)
    }
}
