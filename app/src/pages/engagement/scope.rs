//! The scope of an engagement: what its SOW package says, and when it was signed.

use crate::{
    api::packages::CorrectSignature,
    boot::{use_viewer, use_zone},
    pages::handoff::package::{budget_table, milestone_list, staffing_table},
    ui::{Button, ErrorNotice, TextArea, TextField},
};
use domain::{
    engagement::EngagementPage,
    package::PackagePage,
    policy::{Action, check_role},
};
use leptos::prelude::*;

pub(super) fn scope(page: &EngagementPage) -> AnyView {
    let Some(scope) = &page.scope else {
        return ().into_any();
    };
    view! { {milestones(scope)} {staffing(scope)} {budget(scope)} }.into_any()
}

fn milestones(page: &PackagePage) -> AnyView {
    let body = if page.package.milestones.is_empty() {
        view! { <p class="muted">"None yet: the SOW package brings them."</p> }.into_any()
    } else {
        milestone_list(page)
    };
    view! {
        <section class="section" aria-labelledby="milestones">
            <h2 id="milestones">"Milestones"</h2>
            {body}
        </section>
    }
    .into_any()
}

fn staffing(page: &PackagePage) -> Option<AnyView> {
    (!page.package.staffing.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="staffing">
                <h2 id="staffing">"Staffing plan"</h2>
                {staffing_table(page)}
            </section>
        }
        .into_any()
    })
}

fn budget(page: &PackagePage) -> Option<AnyView> {
    (!page.package.budget.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="budget">
                <h2 id="budget">"Budget"</h2>
                {budget_table(page)}
            </section>
        }
        .into_any()
    })
}

/// Correcting when the SOW was signed: for those who sign.
pub(super) fn correction(page: &EngagementPage) -> Option<AnyView> {
    check_role(use_viewer()?.role, Action::SignEngagement).ok()?;
    let (id, version) = (page.row.id.to_string(), page.row.version.to_string());
    let action = ServerAction::<CorrectSignature>::new();
    let failed = move || {
        action
            .value()
            .get()
            .and_then(Result::err)
            .map(|error| error.to_string())
    };
    let done = move || matches!(action.value().get(), Some(Ok(())));
    let known = use_zone().read_value().local(page.row.sow_signed_at);
    let signed_at = RwSignal::new(known.format("%Y-%m-%dT%H:%M").to_string());
    let reason = RwSignal::new(String::new());
    Some(
        view! {
            <details class="correct-signature">
                <summary class="small">"Correct when it was signed"</summary>
                <ActionForm action=action>
                    <input type="hidden" name="id" value=id />
                    <input type="hidden" name="version" value=version />
                    <div class="stack tight">
                        {move || failed().map(|what| view! { <ErrorNotice what kept="What you typed is still here." /> })}
                        <TextField name="signed_at" label="SOW signed at" kind="datetime-local" value=signed_at
                            hint="The clock of the SOW package follows." />
                        <TextArea name="reason" id="correction-reason" label="Why the time was wrong" value=reason rows=2
                            hint="It stays in the history." />
                        <div class="row"><Button submit=true busy=action.pending()>"Correct the time"</Button></div>
                    </div>
                </ActionForm>
                <p role="status">{move || done().then_some("Corrected: the history of the SOW package says so.")}</p>
            </details>
        }
        .into_any(),
    )
}
