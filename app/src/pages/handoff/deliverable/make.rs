//! The maker's forms: the files of the version that is being made, its link and note, and the own check.

use super::{Shown, lead};
use crate::{
    api::quality::{RemoveVersionFile, SaveVersion, remove_version_file},
    ui::{Button, ErrorNotice, FileList, Icon, Look, TextArea, TextField, toast::use_toasts},
    upload::AddFiles,
};
use domain::{
    board::AttachedFile,
    handoff::gate::ItemState,
    quality::{Gap, LineOnPage},
};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn, task::spawn_local};

/// The version that is being made.
pub(super) fn form(shown: Shown) -> AnyView {
    view! {
        <li class="package-item version-form">
            {lead(shown)}
            {files(shown)}
            <AddFiles action=format!("/handoffs/{}/files", shown.id) added=shown.reload />
            {words(shown)}
            {gaps(shown)}
        </li>
    }
    .into_any()
}

fn files(shown: Shown) -> AnyView {
    let files = shown.part(move |page| {
        let draft = page.deliverable.as_ref()?.draft(shown.id)?;
        Some(draft.files.clone())
    });
    let list = Signal::derive(move || files.get().unwrap_or_default());
    let removals = move || {
        let rows = list.get().into_iter().map(|file| removal(shown, file));
        let rows = rows.collect_view();
        (!list.read().is_empty()).then(|| {
            view! {
                <details class="fold">
                    <summary class="small">"Take a file out"</summary>
                    <ul class="version-removals">{rows}</ul>
                </details>
            }
        })
    };
    view! { <FileList files=list /> {removals} }.into_any()
}

/// A form of one button, so that it works without scripts.
fn removal(shown: Shown, file: AttachedFile) -> AnyView {
    let version = shown.part(|page| page.card.version);
    let toasts = use_toasts();
    let id = file.id;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let version = version.get_untracked();
        spawn_local(async move {
            match remove_version_file(shown.id, version, id).await {
                Ok(_) => toasts.done("Taken out"),
                Err(error) => toasts.fail(error.to_string()),
            }
            shown.reload.run(());
        });
    };
    view! {
        <li>
            <form class="row" method="post" action=RemoveVersionFile::url() on:submit=submit>
                <input type="hidden" name="id" value=shown.id.to_string() />
                <input type="hidden" name="version" value=move || version.get().to_string() />
                <input type="hidden" name="file" value=id.to_string() />
                <span class="truncate">{file.name.clone()}</span>
                <Button look=Look::Quiet icon=Icon::Trash submit=true>
                    "Take out" <span class="visually-hidden">" " {file.name}</span>
                </Button>
            </form>
        </li>
    }
    .into_any()
}

/// Link, note and the own check, saved together.
fn words(shown: Shown) -> AnyView {
    let save = ServerAction::<SaveVersion>::new();
    let toasts = use_toasts();
    Effect::new(move |_| {
        let answered = save.value().read();
        if let Some(answer) = &*answered {
            if answer.is_ok() {
                toasts.done("Version saved");
            }
            shown.reload.run(());
        }
    });
    let failed = move || {
        let refused = save.value().get().and_then(Result::err)?;
        Some(
            view! { <ErrorNotice what=refused.to_string() kept="What you wrote is still here." /> },
        )
    };
    let version = shown.part(|page| page.card.version);
    let began = shown.page.read_untracked();
    let began = began
        .deliverable
        .as_ref()
        .and_then(|all| all.draft(shown.id));
    let link = RwSignal::new(began.map(|draft| draft.link.clone()).unwrap_or_default());
    let note = RwSignal::new(began.map(|draft| draft.note.clone()).unwrap_or_default());
    // Drawn anew only where the checklist is another one, so that ticks that are not saved stay.
    let lines = shown.part(move |page| {
        let draft = page.deliverable.as_ref()?.draft(shown.id)?;
        Some(draft.lines.clone())
    });
    let checks = move || {
        let lines = lines.get().unwrap_or_default();
        lines.iter().enumerate().map(check).collect_view()
    };
    view! {
        <ActionForm action=save>
            <div class="stack tight">
                <input type="hidden" name="id" value=shown.id.to_string() />
                <input type="hidden" name="version" value=move || version.get().to_string() />
                {failed}
                <fieldset class="own-check">
                    <legend>"Your own check"</legend>
                    {checks}
                </fieldset>
                <TextField name="link" id="version-link" label="Link to the work" kind="url" value=link optional=true
                    hint="Where it is too large to upload. The client gets it with the delivery." />
                <TextArea name="note" id="version-note" label="What QC should know" value=note rows=2 optional=true
                    hint="Stays in the agency." />
                <div class="row"><Button look=Look::Primary submit=true busy=save.pending()>"Save the version"</Button></div>
            </div>
        </ActionForm>
    }
    .into_any()
}

fn check((at, line): (usize, &LineOnPage)) -> AnyView {
    view! {
        <label class="choice">
            <input type="checkbox" name=format!("ticked[{at}]") value=line.id.to_string() checked=line.ticked />
            {line.words.clone()}
        </label>
    }
    .into_any()
}

/// What keeps it from being handed over; what a text stands in for is not missing.
fn gaps(shown: Shown) -> AnyView {
    let gaps = shown.part(|page| {
        let missing = |item| {
            let mut items = page.card.items.iter();
            items.any(|(known, state)| *known == item && *state == ItemState::Missing)
        };
        let all = page.deliverable.as_ref().map(|all| all.gaps.clone());
        let all = all.unwrap_or_default().into_iter();
        let mut found: Vec<Gap> = Vec::new();
        for gap in all
            .filter(|(item, _)| missing(*item))
            .flat_map(|(_, gaps)| gaps)
        {
            if !found.contains(&gap) {
                found.push(gap);
            }
        }
        found
    });
    let list = move || {
        let rows = gaps.get().into_iter().map(|gap| {
            view! { <li>{Icon::Info.small()} <span>{gap.to_string()}</span></li> }
        });
        (!gaps.read().is_empty()).then(|| view! { <ul class="gaps">{rows.collect_view()}</ul> })
    };
    list.into_any()
}
