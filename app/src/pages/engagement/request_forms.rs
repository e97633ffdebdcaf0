//! What each workflow's request form asks for, and the forms that write it.

use super::versions::Versions;
use crate::{
    api::request_forms::{SaveRequestForm, save_request_form},
    boot::use_viewer,
    pages::taking_back::taking_back,
    ui::{Button, ErrorNotice, TextArea, toast::use_toasts},
};
use domain::{
    engagement::EngagementPage,
    job::{RequestField, RequestFieldKind, WorkflowForm},
    policy::{Action, check_role},
};
use leptos::prelude::*;

pub(super) fn request_forms(
    page: &EngagementPage,
    versions: &Versions,
    reload: Callback<()>,
) -> Option<AnyView> {
    let may_write = check_role(use_viewer()?.role, Action::EditRequestForm).is_ok();
    let forms = page.forms.iter();
    let forms = forms.map(|form| request_form(form, versions, may_write.then_some(reload)));
    let forms = forms.collect_view();
    (!page.forms.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="request-forms">
                <h2 id="request-forms">"What requests need"</h2>
                <div class="checklists">{forms}</div>
            </section>
        }
        .into_any()
    })
}

/// One form; `written` hears of its changes, where the viewer may make any.
fn request_form(
    form: &WorkflowForm,
    versions: &Versions,
    written: Option<Callback<()>>,
) -> AnyView {
    let fields = &form.form.fields;
    let count = match fields.len() {
        0 => view! { <span class="muted small">"Title, brief and files alone"</span> }.into_any(),
        many => view! { <span class="count">{many}</span> }.into_any(),
    };
    let lines = fields.iter().map(line).collect_view();
    let lines = (!fields.is_empty()).then(|| view! { <ol class="checklist-lines">{lines}</ol> });
    view! {
        <details class="checklist">
            <summary><strong>{form.name.clone()}</strong> " " {count}</summary>
            {lines}
            {written.map(|written| editor(form, versions, written))}
        </details>
    }
    .into_any()
}

fn line(field: &RequestField) -> AnyView {
    let kind = match (field.kind, field.needed) {
        (RequestFieldKind::Text, true) => "needed",
        (RequestFieldKind::Text, false) => "if there is something to say",
        (RequestFieldKind::File, true) => "a file, needed",
        (RequestFieldKind::File, false) => "a file, if there is one",
    };
    view! { <li>{field.words.to_string()} " " <span class="muted small">{kind}</span></li> }
        .into_any()
}

fn editor(form: &WorkflowForm, versions: &Versions, written: Callback<()>) -> AnyView {
    let action = ServerAction::<SaveRequestForm>::new();
    let failed = move || {
        let refused = action.value().get().and_then(Result::err)?;
        Some(
            view! { <ErrorNotice what=refused.to_string() kept="What you typed is still here." /> },
        )
    };
    let done = move || {
        let saved = matches!(action.value().get(), Some(Ok(_)));
        saved.then_some("Saved: requests are asked for it from now on.")
    };
    let (of, text) = (form.workflow, RwSignal::new(form.form.text()));
    let version = versions.get(of, form.version);
    let known = StoredValue::new(form.form.text());
    let toasts = use_toasts();
    Effect::new(move |_| {
        if let Some(Ok(saved)) = action.value().get() {
            version.set(saved);
            let before = known.get_value();
            known.set_value(text.get_untracked());
            let undo = taking_back(toasts, written, move || {
                save_request_form(of, saved, before.clone())
            });
            toasts.undoable("Saved the request form", undo);
        }
    });
    view! {
        <ActionForm action=action>
            <input type="hidden" name="workflow" value=of.to_string() />
            <input type="hidden" name="version" value=move || version.get().to_string() />
            <div class="stack tight">
                {failed}
                <TextArea name="text" id=format!("request-form-{of}") label="The form, one field a line" value=text rows=5 optional=true
                    hint="Begin a line with “text:” or “file:”, and with “needed” before it where a request cannot be sent without. Leave it empty to ask for title, brief and files alone." />
                <div class="row"><Button submit=true busy=action.pending()>"Save the request form"</Button></div>
            </div>
        </ActionForm>
        <p role="status">{done}</p>
    }
    .into_any()
}
