//! The files of a brand page.

use super::Shown;
use crate::{
    api::brands::TakeOffFile,
    ui::{Button, ErrorNotice, FileList, Icon},
    upload::AddFiles,
};
use domain::board::AttachedFile;
use leptos::{form::ActionForm, prelude::*};

pub(super) fn files(shown: Shown) -> AnyView {
    let files = Memo::new(move |_| shown.page.read().files.clone());
    let none = move || {
        let empty = files.read().is_empty();
        empty.then(|| view! { <p class="muted">"No files yet: logos, fonts, guidelines."</p> })
    };
    let action = format!("/clients/{}/files", shown.client);
    view! {
        <section class="section" aria-labelledby="files-title">
            <h2 id="files-title">"Files"</h2>
            {none}
            <FileList files />
            {shown.writes.then(|| view! { <AddFiles action=action added=shown.reload /> {take_off(shown, files)} })}
        </section>
    }
    .into_any()
}

/// Folded away; pod requests that copied the page keep the file.
fn take_off(shown: Shown, files: Memo<Vec<AttachedFile>>) -> AnyView {
    let action = ServerAction::<TakeOffFile>::new();
    Effect::new(move |_| {
        if action.value().read().is_some() {
            shown.reload.run(());
        }
    });
    let failed = move || {
        let what = action.value().get().and_then(Result::err)?.to_string();
        Some(view! { <ErrorNotice what /> })
    };
    let row = move |file: AttachedFile| {
        view! {
            <li>
                <ActionForm action=action>
                    <input type="hidden" name="file" value=file.id.to_string() />
                    <Button submit=true icon=Icon::Trash>{file.name}</Button>
                </ActionForm>
            </li>
        }
    };
    let rows = move || files.get().into_iter().map(row).collect_view();
    let folded = move || {
        let any = !files.read().is_empty();
        any.then(|| {
            view! {
                <details class="fold">
                    <summary>{Icon::Trash.small()} "Take a file off this page"</summary>
                    <p class="small muted">"Pod requests that have it keep it."</p>
                    <ul class="links">{rows}</ul>
                </details>
            }
        })
    };
    view! { {failed} {folded} }.into_any()
}
