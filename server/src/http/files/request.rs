//! `POST /portal/jobs`: a client's new request, with its files. Works with scripts off.

use super::form::{self, Form};
use crate::http::{error, session::SignedIn, state::Web, typed};
use app::{api::error::ApiError, typed::Typed};
use axum::{
    Extension, Json,
    extract::{Multipart, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use domain::{
    ids::{JobId, RequestFieldId},
    policy::{Action, may},
};
use serde_json::json;
use service::{
    Error,
    files::NewFile,
    jobs::{self, Sent, SubmitJob},
};
use tower_sessions::Session;

/// The page of the form.
const FORM: &str = "/portal/new";

/// Sends the request and goes on to the job's page; scripts get its id and address as JSON. Refused, people are sent back
/// to the form with what they typed and why; scripts get the error.
pub async fn request_job(
    State(web): State<Web>,
    who: Option<Extension<SignedIn>>,
    session: Session,
    headers: HeaderMap,
    body: Multipart,
) -> Response {
    let Some(Extension(who)) = who else {
        return error::answer(ApiError::SignedOut, &headers);
    };
    if let Err(refusal) = may(&who.actor, Action::SubmitJob) {
        return error::answer(Error::from(refusal), &headers);
    }
    let (mut form, fault) = form::read(&web, body).await;
    let (status, error) = match fault {
        Some(fault) => fault.said(),
        None => match submit(&web, &who, &form).await {
            Ok(id) => return accepted(id, &headers),
            Err(error) => {
                form.forget(&web).await;
                let error = ApiError::from(error);
                (error.status(), error)
            }
        },
    };
    if !error::wants_page(&headers) {
        return (status, Json(error)).into_response();
    }
    show_again(&session, form, error, &headers).await
}

fn accepted(id: JobId, headers: &HeaderMap) -> Response {
    let url = format!("/portal/jobs/{id}");
    if error::wants_page(headers) {
        return Redirect::to(&url).into_response();
    }
    (StatusCode::CREATED, Json(json!({ "id": id, "url": url }))).into_response()
}

async fn submit(web: &Web, who: &SignedIn, form: &Form) -> Result<JobId, Error> {
    let workflow = form.text("workflow").parse();
    let job = SubmitJob {
        workflow: workflow
            .map_err(|_| Error::invalid("workflow", "Choose what kind of work you need."))?,
        title: form.text("title").to_owned(),
        brief: form.text("brief").to_owned(),
        answers: answers(form),
        files: form.files.iter().map(sent).collect(),
    };
    jobs::submit(web.service(), &who.actor, job).await
}

/// What was typed into the fields of request forms.
fn answers(form: &Form) -> Vec<(RequestFieldId, String)> {
    let answer =
        |(name, text): &(String, String)| Some((RequestFieldId::of_control(name)?, text.clone()));
    form.texts.iter().filter_map(answer).collect()
}

fn sent((field, file): &(String, NewFile)) -> Sent {
    Sent {
        field: RequestFieldId::of_control(field),
        file: file.clone(),
    }
}

/// No page can put chosen files back; texts it can.
async fn show_again(
    session: &Session,
    form: Form,
    error: ApiError,
    headers: &HeaderMap,
) -> Response {
    let kept = Typed {
        texts: form.texts,
        error: Some(error),
    };
    match typed::keep(session, &kept).await {
        Ok(()) => Redirect::to(FORM).into_response(),
        Err(_) => error::answer(Error::Unavailable, headers),
    }
}
