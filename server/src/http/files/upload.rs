//! Adding files to what is there: `POST /jobs/{id}/files`, `POST /handoffs/{id}/files` and `POST /clients/{id}/files`.

use super::form::{self, Form};
use crate::http::{error, session::SignedIn, state::Web};
use app::api::error::ApiError;
use axum::{
    Extension, Json,
    extract::{Multipart, Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use domain::{ids::FileId, people::AccessRole};
use serde_json::json;
use service::{
    Error,
    files::{self, Owner},
};

/// Adds files, and the message that they come with (`message`), to a job.
pub async fn to_job(
    State(web): State<Web>,
    who: Option<Extension<SignedIn>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Multipart,
) -> Response {
    let owner = id
        .parse()
        .map(Owner::Job)
        .map_err(|_| Error::NotFound("job"));
    add(&web, who, owner, &headers, body).await
}

/// Adds files to a handoff.
pub async fn to_handoff(
    State(web): State<Web>,
    who: Option<Extension<SignedIn>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Multipart,
) -> Response {
    let owner = id
        .parse()
        .map(Owner::Handoff)
        .map_err(|_| Error::NotFound("handoff"));
    add(&web, who, owner, &headers, body).await
}

/// Adds files to a client's brand page.
pub async fn to_brand(
    State(web): State<Web>,
    who: Option<Extension<SignedIn>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Multipart,
) -> Response {
    let owner = id
        .parse()
        .map(Owner::Brand)
        .map_err(|_| Error::NotFound("client"));
    add(&web, who, owner, &headers, body).await
}

/// Who may not is told so before anything is read.
async fn add(
    web: &Web,
    who: Option<Extension<SignedIn>>,
    owner: Result<Owner, Error>,
    headers: &HeaderMap,
    body: Multipart,
) -> Response {
    let Some(Extension(who)) = who else {
        return error::answer(ApiError::SignedOut, headers);
    };
    let owner = match owner {
        Ok(owner) => owner,
        Err(error) => return error::answer(error, headers),
    };
    if let Err(error) = files::may_add(web.service(), &who.actor, owner).await {
        return error::answer(error, headers);
    }
    let (mut form, fault) = form::read(web, body).await;
    if let Some(fault) = fault {
        let (status, error) = fault.said();
        return error::with_status(status, &error, headers);
    }
    match save(web, &who, owner, &mut form).await {
        Ok(_) if error::wants_page(headers) => {
            Redirect::to(&page(owner, who.actor.role)).into_response()
        }
        Ok(ids) => (
            StatusCode::CREATED,
            Json(json!({ "ids": ids, "url": page(owner, who.actor.role) })),
        )
            .into_response(),
        Err(error) => {
            form.forget(web).await;
            error::answer(error, headers)
        }
    }
}

async fn save(
    web: &Web,
    who: &SignedIn,
    owner: Owner,
    form: &mut Form,
) -> Result<Vec<FileId>, Error> {
    let message = form.text("message").to_owned();
    let files = form.files.iter().map(|(_, file)| file.clone()).collect();
    files::add(web.service(), &who.actor, owner, &message, files).await
}

fn page(owner: Owner, role: AccessRole) -> String {
    match owner {
        Owner::Job(id) if role == AccessRole::Client => format!("/portal/jobs/{id}"),
        Owner::Job(id) => format!("/jobs/{id}"),
        Owner::Handoff(id) => format!("/handoffs/{id}"),
        Owner::Brand(id) => format!("/clients/{id}/brand"),
    }
}
