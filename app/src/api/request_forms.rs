//! What the workflows ask for with a request.

#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::ids::WorkflowId;
use leptos::prelude::*;

/// Writes the request form of a workflow, one field a line, nothing for none of its own; the workflow's version since.
#[server]
pub async fn save_request_form(
    workflow: WorkflowId,
    version: i64,
    #[server(default)] text: String,
) -> Result<i64, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::job::SaveRequestForm {
        workflow,
        version,
        text,
    };
    Ok(service::jobs::save_request_form(&service, &actor, command).await?)
}
