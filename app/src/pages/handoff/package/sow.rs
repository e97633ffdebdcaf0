//! The signed SOW: its document, when it was signed, its value and its term.

use super::form::{Answer, Saving, form};
use crate::{
    api::packages::{SaveSow, save_sow},
    pages::{
        engagements::{stage::amount, table::runs},
        handoff::Shown,
    },
    ui::{FileList, SelectField, TextField, When},
};
use domain::package::{PackagePage, SowFields};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn read(shown: Shown) -> AnyView {
    let page = shown.part(|page| page.package.clone());
    let files = shown.part(|page| page.files.clone());
    let said = move || {
        let page = page.get()?;
        let sow = page.package.sow;
        let mut files = files.get();
        files.retain(|file| Some(file.id) == sow.file);
        let document = (!files.is_empty()).then(|| view! { <FileList files /> });
        let value = sow
            .value
            .zip(page.fee.clone())
            .map(|(value, (_, currency))| {
                view! { <dt>"Value"</dt> <dd class="num">{amount(value)} " " {currency}</dd> }
            });
        Some(view! {
            {document}
            <dl class="facts">
                <dt>"Signed"</dt> <dd><When at=page.signed_at /></dd>
                <dt>"Term"</dt> <dd>{runs(page.terms.starts_on, page.terms.ends_on)}</dd>
                {value}
            </dl>
        })
    };
    said.into_any()
}

pub(super) fn edit(saving: Saving, page: &PackagePage) -> AnyView {
    let SowFields { file, value } = (&page.package.sow).into();
    let (file, value) = (RwSignal::new(file), RwSignal::new(value));
    let files = saving.shown.page.read_untracked().files.clone();
    let none = if files.is_empty() {
        "No files yet"
    } else {
        "Not chosen yet"
    };
    let files = files
        .into_iter()
        .map(|file| (file.id.to_string(), file.name));
    let files: Vec<_> = std::iter::once((String::new(), none.to_owned()))
        .chain(files)
        .collect();
    let fields = view! {
        <div class="form-grid">
            <SelectField name="file" label="Signed document" options=files value=file optional=true error=saving.error("file")
                hint="Upload it under Files first." />
            <TextField name="value" label="Value over the whole term" value optional=true error=saving.error("value") hint="Such as 105000.00." />
        </div>
        <p class="muted small">"When it was signed and its term are the engagement's: they are changed on its page."</p>
    };
    let id = saving.shown.id;
    let answer = move |version| -> Answer {
        Box::pin(save_sow(
            id,
            version,
            file.get_untracked(),
            value.get_untracked(),
        ))
    };
    form(saving, SaveSow::url(), fields.into_any(), answer)
}
