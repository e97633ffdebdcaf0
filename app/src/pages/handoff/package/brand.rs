//! The brand context: copied from the client's brand page, then the pod request's own.

use super::form::{Answer, Saving, form};
use crate::{
    api::packages::{BringInBrand, SaveBrand, save_brand},
    pages::{
        brand::{self, Fields},
        handoff::Shown,
    },
    ui::{Button, ErrorNotice, FileList, Icon, When},
};
use domain::{
    board::{AttachedFile, HandoffPage},
    handoff::Stage,
    package::{BrandAround, PackagePage},
    policy::{Action, check_role},
};
use leptos::{form::ActionForm, prelude::*, server_fn::ServerFn};

pub(super) fn read(shown: Shown) -> AnyView {
    let known = shown.part(|page| page.package.as_ref().map(|page| page.package.brand.clone()));
    let said = move || known.get().map(|known| brand::said(&known));
    let files = shown.part(chosen);
    let listed = move || (!files.read().is_empty()).then(|| view! { <FileList files /> });
    view! { {said} {listed} {origin(shown)} }.into_any()
}

/// The files of the brand context.
fn chosen(page: &HandoffPage) -> Vec<AttachedFile> {
    let Some(package) = &page.package else {
        return Vec::new();
    };
    let known = package
        .brand
        .as_ref()
        .map_or(&[][..], |around| &around.files);
    let of = &package.package.brand.files;
    known
        .iter()
        .filter(|file| of.contains(&file.id))
        .cloned()
        .collect()
}

/// Where the copy came from, and what is new there.
fn origin(shown: Shown) -> AnyView {
    let around = shown.part(|page| page.package.as_ref().and_then(|page| page.brand.clone()));
    let prepares = shown.part(move |page| {
        let allowed = check_role(shown.role, Action::Prepare(page.card.kind)).is_ok();
        allowed && page.card.stage == Stage::Preparing
    });
    let bring_in = ServerAction::<BringInBrand>::new();
    Effect::new(move |_| {
        if bring_in.value().read().is_some() {
            shown.reload.run(());
        }
    });
    let failed = move || {
        let what = bring_in.value().get().and_then(Result::err)?.to_string();
        Some(view! { <ErrorNotice what /> })
    };
    let version = shown.part(|page| page.card.version);
    let offer = move || {
        let news = prepares.get() && around.read().as_ref().is_some_and(|around| around.has_news);
        news.then(|| {
            view! {
                <ActionForm action=bring_in>
                    <input type="hidden" name="id" value=shown.id.to_string() />
                    <input type="hidden" name="version" value=move || version.get().to_string() />
                    <Button submit=true icon=Icon::Refresh busy=bring_in.pending()>"Bring in what changed on the brand page"</Button>
                </ActionForm>
            }
        })
    };
    view! { {failed} {move || around.get().map(|around| carried(&around))} {offer} }.into_any()
}

fn carried(around: &BrandAround) -> AnyView {
    let link = view! { <a href=brand::address(around.client)>"the client’s brand page"</a> };
    let news = around.has_news.then_some(" It has changed since.");
    match around.from {
        Some(from) => view! {
            <p class="muted small">"Carried over from " {link} ", version " {from.version} ", " <When at=from.at /> "." {news}</p>
        }
        .into_any(),
        None => view! { <p class="muted small">"Written here. See " {link} " as well."</p> }.into_any(),
    }
}

pub(super) fn edit(saving: Saving, page: &PackagePage) -> AnyView {
    let known = &page.package.brand;
    let fields = Fields::of(known);
    let files = page.brand.as_ref().map_or(&[][..], |around| &around.files);
    let picked: Vec<_> = files
        .iter()
        .map(|file| (file.clone(), RwSignal::new(known.files.contains(&file.id))))
        .collect();
    let choices = choices(&picked);
    let controls = view! { {fields.view(move |name| saving.error(name))} {choices} };
    let id = saving.shown.id;
    let answer = move |version| -> Answer {
        let chosen = picked.iter().filter(|(_, chosen)| chosen.get_untracked());
        let typed = fields.typed(chosen.map(|(file, _)| file.id.to_string()).collect());
        Box::pin(save_brand(
            id,
            version,
            typed.text,
            typed.voice,
            typed.dos,
            typed.donts,
            typed.links,
            typed.files,
        ))
    };
    form(saving, SaveBrand::url(), controls.into_any(), answer)
}

fn choices(files: &[(AttachedFile, RwSignal<bool>)]) -> AnyView {
    if files.is_empty() {
        return view! { <p class="muted small">"Files that you upload under Files, or on the brand page, can be chosen here."</p> }.into_any();
    }
    let choice = |(at, (file, chosen)): (usize, &(AttachedFile, RwSignal<bool>))| {
        let chosen = *chosen;
        view! {
            <label class="choice">
                <input type="checkbox" name=format!("files[{at}]") value=file.id.to_string()
                    checked=chosen.get_untracked() on:change:target=move |event| chosen.set(event.target().checked()) />
                {file.name.clone()}
            </label>
        }
    };
    let choices = files.iter().enumerate().map(choice).collect_view();
    view! { <fieldset class="brand-choices"><legend>"Files"</legend>{choices}</fieldset> }
        .into_any()
}
