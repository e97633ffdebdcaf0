//! Filling what is still empty: an SOW package with the usual lines of a kind of engagement, a pod request with what is
//! known.

use crate::{
    api::packages::FillUsual,
    pages::handoff::{Shown, moving::sentence_case},
    ui::{Button, ErrorNotice, Icon, SelectField},
};
use domain::{
    board::HandoffPage,
    handoff::{HandoffKind, Stage},
    package::{EngagementType, Section},
    policy::{Action, check_role},
};
use leptos::prelude::*;

pub(super) fn usual(shown: Shown) -> AnyView {
    let kind = shown.page.read_untracked().card.kind;
    let offered = shown.part(move |page| is_offered(page, shown));
    let fill = ServerAction::<FillUsual>::new();
    Effect::new(move |_| {
        if fill.value().read().is_some() {
            shown.reload.run(());
        }
    });
    let version = shown.part(|page| page.card.version);
    let failed = move || {
        fill.value()
            .get()
            .and_then(Result::err)
            .map(|error| error.to_string())
    };
    let form = move || {
        offered.get().then(|| {
            view! {
                <ActionForm action=fill>
                    <input type="hidden" name="id" value=shown.id.to_string() />
                    <input type="hidden" name="version" value=move || version.get().to_string() />
                    <div class="row usual-lines">
                        {choice(kind)}
                        <Button submit=true icon=Icon::Table busy=fill.pending()>{verb(kind)}</Button>
                    </div>
                </ActionForm>
            }
        })
    };
    view! {
        {move || failed().map(|what| view! { <ErrorNotice what /> })}
        {form}
    }
    .into_any()
}

/// While the sender prepares it and lines are still to be filled in.
fn is_offered(page: &HandoffPage, shown: Shown) -> bool {
    let prepares = page.card.stage == Stage::Preparing
        && check_role(shown.role, Action::Prepare(page.card.kind)).is_ok();
    let Some(package) = page.package.as_ref().filter(|_| prepares) else {
        return false;
    };
    let begun_by_it = match page.card.kind {
        HandoffKind::SalesToProduction => {
            &[Section::Milestones, Section::Staffing, Section::Budget][..]
        }
        _ => &[Section::PodRoles, Section::Milestones],
    };
    begun_by_it
        .iter()
        .any(|section| package.package.is_empty(*section))
}

fn choice(kind: HandoffKind) -> Option<AnyView> {
    let types = EngagementType::ALL.iter();
    let types = types.map(|one| (one.name().to_owned(), sentence_case(one.name())));
    (kind == HandoffKind::SalesToProduction).then(|| {
        view! { <SelectField name="usual" label="Kind of engagement" options=types.collect() /> }.into_any()
    })
}

const fn verb(kind: HandoffKind) -> &'static str {
    match kind {
        HandoffKind::SalesToProduction => "Fill what is empty with its usual lines",
        _ => "Take over what the SOW package says",
    }
}
