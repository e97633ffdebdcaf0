//! One section of a package: its title, how its items stand, what it says or the form that writes it, and what it lacks.

use super::{brand, budget, form, milestones, pod_roles, sow, specs, staffing};
use crate::{
    pages::handoff::{Shown, item, moving::sentence_case},
    ui::{Icon, focus::focus_soon},
};
use domain::{
    board::{HandoffPage, ItemOnPage},
    handoff::{HandoffKind, Stage, gate::ItemState},
    package::Section,
    policy::{Action, check_role},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

pub(super) fn section(shown: Shown, section: Section) -> AnyView {
    let kind = shown.page.read_untracked().card.kind;
    let items = shown.part(move |page| items(page, section));
    let may_write = shown.part(move |page| may_write(page, shown));
    let query = use_query_map();
    let editing = Memo::new(move |_| {
        may_write.get() && query.read().get_str("edit") == Some(slug(section).as_str())
    });
    Effect::new(move |_| {
        if editing.get() {
            focus_soon(format!("write-{}", slug(section)));
        }
    });
    let title = title(kind, section);
    let edit =
        move || (may_write.get() && !editing.get()).then(|| edit_link(shown, section, title));
    let body = move || {
        if editing.get() {
            editor(shown, section)
        } else {
            view! { {move || texts(&items.get())} {read(shown, section)} {gaps(shown, section)} {move || written(&items.get())} }
                .into_any()
        }
    };
    view! {
        <li class="package-item" id=slug(section)>
            <header class="row">
                <h3>{title}</h3>
                {move || badges(&items.get())}
                {edit}
            </header>
            {body}
        </li>
    }
    .into_any()
}

/// The section whose form is open, as the address says.
pub(in crate::pages::handoff) fn being_written(
    shown: Shown,
    edit: Option<&str>,
) -> Option<Section> {
    let page = shown.page.read_untracked();
    let mut sections = Section::of(page.card.kind).iter().copied();
    let open = sections.find(|section| edit == Some(slug(*section).as_str()))?;
    may_write(&page, shown).then_some(open)
}

/// Shows the form of a section to whoever has left it open.
pub(in crate::pages::handoff) fn go_back_to(section: Section) {
    focus_soon(format!("write-{}", slug(section)));
}

/// A section's name in addresses and ids.
pub(super) fn slug(section: Section) -> String {
    section.name().replace(' ', "-")
}

const fn title(kind: HandoffKind, section: Section) -> &'static str {
    match (section, kind) {
        (Section::Sow, _) => "Signed SOW",
        (Section::Milestones, HandoffKind::ProductionToGenerative) => "Timeline",
        (Section::Milestones, _) => "Milestones and timeline",
        (Section::Staffing, _) => "Staffing plan",
        (Section::Budget, _) => "Budget",
        (Section::PodRoles, _) => "Pod roles",
        (Section::Specs, _) => "Deliverable specs",
        (Section::Brand, _) => "Brand context",
    }
}

fn items(page: &HandoffPage, section: Section) -> Vec<ItemOnPage> {
    let of = section.items(page.card.kind).collect::<Vec<_>>();
    let items = page.items.iter();
    items
        .filter(|item| of.contains(&item.item))
        .cloned()
        .collect()
}

fn may_write(page: &HandoffPage, shown: Shown) -> bool {
    page.card.stage == Stage::Preparing
        && check_role(shown.role, Action::Prepare(page.card.kind)).is_ok()
}

/// One item has the section's title; several say which one stands how.
fn badges(items: &[ItemOnPage]) -> AnyView {
    let several = items.len() > 1;
    let badges = items.iter().map(|one| {
        let name = several
            .then(|| view! { <span class="muted small">{sentence_case(one.item.name())}</span> });
        view! { {name} {item::badge(one.state)} }
    });
    badges.collect_view().into_any()
}

/// A link, so that it opens the form without scripts as well.
fn edit_link(shown: Shown, section: Section, title: &'static str) -> AnyView {
    let href = format!("/handoffs/{}?edit={}", shown.id, slug(section));
    view! {
        <a class="button quiet item-edit" href=href data-noscroll="true" aria-label=format!("{title}: edit")>
            {Icon::Edit.small()} "Edit"
        </a>
    }
    .into_any()
}

/// What items say as texts: a link or a few words that came with the move, instead of the section's lines.
fn texts(items: &[ItemOnPage]) -> AnyView {
    let said = items.iter().filter(|item| !item.body.is_empty());
    said.map(item::body).collect_view().into_any()
}

fn written(items: &[ItemOnPage]) -> Option<AnyView> {
    items.iter().find_map(item::written)
}

pub(super) fn read(shown: Shown, section: Section) -> AnyView {
    match section {
        Section::Sow => sow::read(shown),
        Section::Milestones => milestones::read(shown),
        Section::Staffing => staffing::read(shown),
        Section::Budget => budget::read(shown),
        Section::PodRoles => pod_roles::read(shown),
        Section::Specs => specs::read(shown),
        Section::Brand => brand::read(shown),
    }
}

fn editor(shown: Shown, section: Section) -> AnyView {
    let Some(page) = shown.page.read_untracked().package.clone() else {
        return ().into_any();
    };
    let saving = form::Saving::of(shown, section);
    match section {
        Section::Sow => sow::edit(saving, &page),
        Section::Milestones => milestones::edit(saving, &page),
        Section::Staffing => staffing::edit(saving, &page),
        Section::Budget => budget::edit(saving, &page),
        Section::PodRoles => pod_roles::edit(saving, &page),
        Section::Specs => specs::edit(saving, &page),
        Section::Brand => brand::edit(saving, &page),
    }
}

/// What the section lacks, while somebody can still do something about it.
fn gaps(shown: Shown, section: Section) -> AnyView {
    let lacking = shown.part(move |page| {
        let of = items(page, section);
        let missing = of.iter().filter(|item| item.state == ItemState::Missing);
        let package = page
            .package
            .as_ref()
            .filter(|_| page.card.stage == Stage::Preparing);
        let gaps = missing.filter_map(|item| Some(package?.gaps_of(item.item)));
        gaps.flatten().map(ToString::to_string).collect::<Vec<_>>()
    });
    let list = move || {
        let sentences = lacking.get().into_iter();
        sentences
            .map(|sentence| view! { <li>{Icon::Open.small()} <span>{sentence}</span></li> })
            .collect_view()
    };
    view! { <ul class="gaps">{list}</ul> }.into_any()
}
