//! Versions of deliverables, QC's checklists and verdicts, and what those come to.
//!
//! What changes something takes plain fields, so that a form posts it without scripts as well.

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
    board::HandoffCard,
    handoff::Stage,
    ids::{FileId, HandoffId, QcLineId, WorkflowId},
    quality::QualitySheet,
};
use leptos::{prelude::*, server_fn::codec::Json};
use serde::{Deserialize, Serialize};

/// A line of a verdict as a form posts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MarkFields {
    /// Which line of the checklist.
    pub line: String,
    /// `pass`, `fail`, or nothing.
    pub says: String,
    /// What is to be said about it.
    pub note: String,
}

/// Writes the version that is being made: where it is, what there is to say, and the maker's own check.
#[server]
pub async fn save_version(
    id: HandoffId,
    version: i64,
    #[server(default)] link: String,
    #[server(default)] note: String,
    #[server(default)] ticked: Vec<QcLineId>,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::quality::SaveVersion {
        id,
        version,
        link,
        note,
        ticked,
    };
    Ok(service::quality::save_version(&service, &actor, command).await?)
}

/// Takes a file out of the version that is being made.
#[server]
pub async fn remove_version_file(
    id: HandoffId,
    version: i64,
    file: FileId,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::quality::remove_file(&service, &actor, id, version, file).await?)
}

/// QC's verdict on the version that was handed over, line by line: into `accepted`, or back into `preparing`; `happened`
/// is when it really was given, by the agency's clocks, where it is entered later.
#[server]
pub async fn give_verdict(
    id: HandoffId,
    version: i64,
    to: Stage,
    looked_at: i64,
    #[server(default)] lines: Vec<MarkFields>,
    #[server(default)] reason: String,
    #[server(default)] happened: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let marks = lines.iter().filter_map(mark).collect::<Result<_, _>>()?;
    let asked = domain::board::MoveHandoff {
        marks,
        looked_at: Some(looked_at),
        reason: (!reason.trim().is_empty()).then_some(reason),
        ..domain::board::MoveHandoff::plain(id, version, to)
    };
    let asked = super::board::at_its_time(&service, asked, &happened)?;
    Ok(service::handoffs::move_handoff(&service, &actor, asked).await?)
}

/// What a line says of its own; nothing where it was left open.
#[cfg(feature = "ssr")]
fn mark(fields: &MarkFields) -> Option<Result<domain::quality::Mark, ApiError>> {
    let passed = match fields.says.as_str() {
        "pass" => true,
        "fail" => false,
        _ => return None,
    };
    let line = fields.line.parse().map_err(|_| {
        ApiError::invalid(
            "lines",
            "This is no line of the checklist: open the page anew.",
        )
    });
    Some(line.map(|line| domain::quality::Mark {
        line,
        passed,
        note: fields.note.clone(),
    }))
}

/// The lines by which the version that a handoff hands over is looked at.
#[server(input = Json)]
pub async fn load_qc_lines(id: HandoffId) -> Result<Vec<(QcLineId, String)>, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::quality::lines(&service, &actor, id).await?)
}

/// Writes the checklist of a workflow, one line a line, nothing for the usual list; the workflow's version since.
#[server]
pub async fn save_checklist(
    workflow: WorkflowId,
    version: i64,
    #[server(default)] text: String,
) -> Result<i64, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::quality::SaveChecklist {
        workflow,
        version,
        text,
    };
    Ok(service::quality::save_checklist(&service, &actor, command).await?)
}

/// First passes and retakes, for what a URL's query asks.
#[server(input = Json)]
pub async fn load_quality(query: String) -> Result<QualitySheet, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::quality::sheet(&service, &actor, &query).await?)
}
