//! The browser's part: `fetch` tells nothing of how far it has come, `XMLHttpRequest` does.

use super::{Sending, Taken, Upload};
use crate::api::error::ApiError;
use leptos::{ev::SubmitEvent, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, FormData, HtmlFormElement, ProgressEvent, XmlHttpRequest};

/// A request on its way, with those who listen to it.
pub(super) struct UnderWay {
    request: XmlHttpRequest,
    _progress: Closure<dyn FnMut(ProgressEvent)>,
    _ended: Closure<dyn FnMut(Event)>,
}

pub(super) fn send(upload: Upload, event: &SubmitEvent, done: impl FnOnce(Taken) + 'static) {
    let Some(form) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    upload.state.set(Sending::UnderWay { sent: 0, all: 0 });
    match begin(upload, &form, done) {
        Ok(under_way) => upload.under_way.set_value(Some(under_way)),
        Err(_) => upload.state.set(Sending::Failed(ApiError::Unreachable)),
    }
}

pub(super) fn stop(upload: Upload) {
    if let Some(Some(under_way)) = upload.under_way.try_update_value(Option::take) {
        under_way.request.set_onloadend(None);
        // Fails only for a request that has ended.
        let _ = under_way.request.abort();
    }
}

fn begin(
    upload: Upload,
    form: &HtmlFormElement,
    done: impl FnOnce(Taken) + 'static,
) -> Result<UnderWay, JsValue> {
    let body = FormData::new_with_form(form)?;
    let request = XmlHttpRequest::new()?;
    request.open("POST", &form.action())?;
    request.set_request_header("Accept", "application/json")?;
    let progress = Closure::new(move |event: ProgressEvent| {
        let (sent, all) = (event.loaded() as i64, event.total() as i64);
        upload.state.set(Sending::UnderWay { sent, all });
    });
    request
        .upload()?
        .set_onprogress(Some(progress.as_ref().unchecked_ref()));
    let mut done = Some(done);
    let answered = request.clone();
    let ended = Closure::new(move |_: Event| match answer(&answered) {
        Ok(taken) => {
            upload.state.set(Sending::Idle);
            if let Some(done) = done.take() {
                done(taken);
            }
        }
        Err(error) => upload.state.set(Sending::Failed(error)),
    });
    request.set_onloadend(Some(ended.as_ref().unchecked_ref()));
    request.send_with_opt_form_data(Some(&body))?;
    Ok(UnderWay {
        request,
        _progress: progress,
        _ended: ended,
    })
}

fn answer(request: &XmlHttpRequest) -> Result<Taken, ApiError> {
    let text = request.response_text().ok().flatten().unwrap_or_default();
    match request.status() {
        Ok(200..300) => crate::json::read(&text).map_err(|_| ApiError::Unreachable),
        _ => Err(crate::json::read(&text).unwrap_or(ApiError::Unreachable)),
    }
}
