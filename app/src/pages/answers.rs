//! What a client answered to the request form, for both sides.

use crate::ui::Icon;
use domain::{board::AttachedFile, job::JobAnswer};
use leptos::prelude::*;

/// Question and answer, in the order of the form; nothing where nothing was asked.
pub fn answers(answers: &[JobAnswer]) -> Option<AnyView> {
    let rows = answers.iter().map(row).collect_view();
    (!answers.is_empty())
        .then(|| view! { <dl class="facts request-answers">{rows}</dl> }.into_any())
}

fn row(answer: &JobAnswer) -> AnyView {
    let text =
        (!answer.text.is_empty()).then(|| view! { <p class="brief">{answer.text.clone()}</p> });
    let files = answer.files.iter().map(file).collect_view();
    view! {
        <dt>{answer.words.clone()}</dt>
        <dd>{text} {files}</dd>
    }
    .into_any()
}

fn file(file: &AttachedFile) -> AnyView {
    let href = format!("/files/{}", file.id);
    view! {
        <a class="past-file" href=href download=file.name.clone() rel="external">
            {Icon::File.small()} <span class="truncate">{file.name.clone()}</span>
        </a>
    }
    .into_any()
}
