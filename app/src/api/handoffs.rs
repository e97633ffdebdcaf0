//! A handoff's own page, and what is done on it besides moving.
//!
//! What changes something takes plain fields, so that a form posts it without scripts as well.

#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::{
    board::{HandoffCard, HandoffPage},
    handoff::Item,
    ids::HandoffId,
};
use leptos::prelude::*;

/// Everything about one handoff.
#[server]
pub async fn load_handoff(id: HandoffId) -> Result<HandoffPage, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::handoffs::page(&service, &actor, id).await?)
}

/// Writes one item of the package; an empty text takes it out again.
#[server]
pub async fn save_item(
    id: HandoffId,
    version: i64,
    item: Item,
    #[server(default)] body: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::board::FillItem {
        id,
        version,
        item,
        body,
    };
    Ok(service::handoffs::fill_item(&service, &actor, command).await?)
}

/// Takes back what was written last into an item.
#[server]
pub async fn take_back_text(
    id: HandoffId,
    version: i64,
    item: Item,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::board::TakeBack { id, version };
    Ok(service::handoffs::take_back_item(&service, &actor, command, item).await?)
}

/// Generative says who is free and when, for a pod request.
#[server]
pub async fn answer_request(
    id: HandoffId,
    version: i64,
    #[server(default)] answer: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::board::AnswerAvailability {
        id,
        version,
        answer,
    };
    Ok(service::handoffs::answer_availability(&service, &actor, command).await?)
}

/// Says by which day the pod of a request is needed; an empty text takes the day back.
#[server]
pub async fn save_needed_on(
    id: HandoffId,
    version: i64,
    #[server(default)] day: String,
) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let day = match day.trim() {
        "" => None,
        text => Some(text.parse().map_err(|_| {
            ApiError::invalid(
                "day",
                format!("`{text}` is not a day: write it like 2026-03-31."),
            )
        })?),
    };
    Ok(service::handoffs::set_needed_on(&service, &actor, id, version, day).await?)
}

/// Takes back what was last said about the day on which the pod is needed.
#[server]
pub async fn take_back_needed_on(id: HandoffId, version: i64) -> Result<HandoffCard, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::board::TakeBack { id, version };
    Ok(service::handoffs::take_back_needed_on(&service, &actor, command).await?)
}
