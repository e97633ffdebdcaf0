//! The deliverable of an H3: its versions, the form of its maker and the verdict of its receiver.

mod make;
mod verdict;

use super::Shown;
use crate::pages::deliverable::{self, heading};
use domain::{
    handoff::{HandoffEventKind, HandoffKind, Stage},
    policy::{Action, check_role},
    quality::VersionOnPage,
};
use leptos::prelude::*;

pub(super) fn deliverable(shown: Shown) -> AnyView {
    if shown.page.read_untracked().card.kind != HandoffKind::GenerativeToProduction {
        return ().into_any();
    }
    // The form is drawn anew only for another version, so that what is being typed stays.
    let making = shown.part(move |page| {
        let may = check_role(shown.role, Action::Prepare(page.card.kind)).is_ok();
        let open = may && page.card.stage == Stage::Preparing;
        let draft = page.deliverable.as_ref()?.draft(shown.id)?;
        open.then_some(draft.number)
    });
    let judging = shown.part(move |page| {
        let kind = page.card.kind;
        let may = check_role(
            shown.role,
            Action::Handoff(kind, HandoffEventKind::Returned),
        )
        .is_ok();
        let open = matches!(page.card.stage, Stage::Submitted | Stage::InReview);
        let newest = page.deliverable.as_ref()?.submitted(shown.id)?;
        (may && open).then_some(newest.number)
    });
    let versions = shown.part(|page| {
        let deliverable = page.deliverable.as_ref();
        deliverable
            .map(|all| all.versions.clone())
            .unwrap_or_default()
    });
    let form = move || making.get().map(|_| make::form(shown));
    let verdict = move || judging.get().map(|number| verdict::form(shown, number));
    let read = move |from: usize, most: usize| {
        let making = making.get();
        let versions = versions.read();
        let read = versions.iter().filter(|one| is_read(one, making));
        let some = read.skip(from).take(most);
        some.map(deliverable::version).collect_view()
    };
    let none = move || {
        let nothing = making.get().is_none() && versions.read().is_empty();
        nothing.then(|| {
            view! { <p class="muted">"No version is known: it was handed over elsewhere."</p> }
        })
    };
    view! {
        <section class="section" aria-labelledby="deliverable">
            <h2 id="deliverable">"Deliverable"</h2>
            {none}
            <ul class="package versions">
                {form}
                {move || read(0, 1)}
            </ul>
            {verdict}
            <ul class="package versions">{move || read(1, usize::MAX)}</ul>
        </section>
    }
    .into_any()
}

/// Whether a version is read, rather than written above.
fn is_read(version: &VersionOnPage, making: Option<i64>) -> bool {
    making.is_none_or(|number| number != version.number || version.submitted_at.is_some())
}

/// What stands above the form of a version.
fn lead(shown: Shown) -> AnyView {
    let draft = shown.part(move |page| page.deliverable.as_ref()?.draft(shown.id).cloned());
    (move || draft.get().as_ref().map(heading)).into_any()
}
