//! What the request form of a workflow asks for: beneath the workflow's card, out of sight until that is chosen.

use super::{check::Request, faults::Faults};
use crate::ui::{FileField, TextArea};
use domain::job::{Promise, RequestField, RequestFieldKind};
use leptos::prelude::*;

/// The fields of one workflow; nothing where it asks for nothing more. The style sheet shows those of the card that is
/// chosen, with scripts and without; once there are scripts, the others are not sent either.
pub fn asked(
    promise: &Promise,
    request: Request,
    faults: Faults,
    scripted: Signal<bool>,
) -> Option<AnyView> {
    if promise.form.fields.is_empty() {
        return None;
    }
    let id = promise.workflow.id;
    let legend = format!("What we need for “{}”", promise.workflow.name);
    let fields = promise.form.fields.iter();
    let fields = fields
        .map(|field| control(field, request, faults))
        .collect_view();
    let away = move || scripted.get() && !request.is_for(id);
    Some(
        view! {
            <fieldset class="request-asked" disabled=away>
                <legend>{legend}</legend>
                {fields}
            </fieldset>
        }
        .into_any(),
    )
}

/// Out of sight, a field must not keep a browser from sending the form: what is needed is said by the form's own rule.
fn control(field: &RequestField, request: Request, faults: Faults) -> Option<AnyView> {
    let answer = request.answer(field.id)?;
    let (name, label, optional) = (field.control(), field.words.to_string(), !field.needed);
    let error = faults.about(&name);
    Some(match field.kind {
        RequestFieldKind::Text => {
            view! { <TextArea name label value=answer.text error rows=2 optional unenforced=true /> }
                .into_any()
        }
        RequestFieldKind::File => {
            view! { <FileField name label chosen=answer.files error optional unenforced=true /> }
                .into_any()
        }
    })
}
