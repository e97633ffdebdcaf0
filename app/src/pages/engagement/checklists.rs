//! What QC looks at in each workflow's deliverables, and the forms that write it.

use super::versions::Versions;
use crate::{
    api::quality::{SaveChecklist, save_checklist},
    boot::use_viewer,
    pages::taking_back::taking_back,
    ui::{Button, ErrorNotice, TextArea, toast::use_toasts},
};
use domain::{
    engagement::EngagementPage,
    policy::{Action, check_role},
    quality::WorkflowChecklist,
};
use leptos::prelude::*;

pub(super) fn checklists(
    page: &EngagementPage,
    versions: &Versions,
    reload: Callback<()>,
) -> Option<AnyView> {
    let may_write = check_role(use_viewer()?.role, Action::EditChecklist).is_ok();
    let lists = page
        .checklists
        .iter()
        .map(|list| checklist(list, versions, may_write.then_some(reload)));
    let lists = lists.collect_view();
    (!page.checklists.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="checklists">
                <h2 id="checklists">"What QC looks at"</h2>
                <div class="checklists">{lists}</div>
            </section>
        }
        .into_any()
    })
}

/// One list; `written` hears of its changes, where the viewer may make any.
fn checklist(
    list: &WorkflowChecklist,
    versions: &Versions,
    written: Option<Callback<()>>,
) -> AnyView {
    let lines = list
        .list
        .lines
        .iter()
        .map(|line| view! { <li>{line.words.to_string()}</li> });
    let usual = (!list.own).then(|| view! { <span class="muted small">"The usual list"</span> });
    let count = list.list.lines.len();
    view! {
        <details class="checklist">
            <summary><strong>{list.name.clone()}</strong> " " <span class="count">{count}</span> {usual}</summary>
            <ol class="checklist-lines">{lines.collect_view()}</ol>
            {written.map(|written| form(list, versions, written))}
        </details>
    }
    .into_any()
}

fn form(list: &WorkflowChecklist, versions: &Versions, written: Callback<()>) -> AnyView {
    let action = ServerAction::<SaveChecklist>::new();
    let failed = move || {
        let refused = action.value().get().and_then(Result::err)?;
        Some(
            view! { <ErrorNotice what=refused.to_string() kept="What you typed is still here." /> },
        )
    };
    let done = move || {
        let saved = matches!(action.value().get(), Some(Ok(_)));
        saved.then_some("Saved: versions that are made from now on are checked by it.")
    };
    let text = RwSignal::new(list.list.text());
    let version = versions.get(list.workflow, list.version);
    let toasts = use_toasts();
    let of = list.workflow;
    // What the list says on the server; nothing for the usual one.
    let known = StoredValue::new(if list.own {
        list.list.text()
    } else {
        String::new()
    });
    Effect::new(move |_| {
        if let Some(Ok(saved)) = action.value().get() {
            version.set(saved);
            let before = known.get_value();
            known.set_value(text.get_untracked());
            let undo = taking_back(toasts, written, move || {
                save_checklist(of, saved, before.clone())
            });
            toasts.undoable("Saved the checklist", undo);
        }
    });
    let (workflow, id) = (
        list.workflow.to_string(),
        format!("checklist-{}", list.workflow),
    );
    view! {
        <ActionForm action=action>
            <input type="hidden" name="workflow" value=workflow />
            <input type="hidden" name="version" value=move || version.get().to_string() />
            <div class="stack tight">
                {failed}
                <TextArea name="text" id=id label="The list, one line a line" value=text rows=5 optional=true
                    hint="Leave it empty for the usual list. Versions that were submitted keep the lines that they had." />
                <div class="row"><Button submit=true busy=action.pending()>"Save the checklist"</Button></div>
            </div>
        </ActionForm>
        <p role="status">{done}</p>
    }
    .into_any()
}
