//! Ending an engagement before its term, and what that means.

use crate::{
    api::{engagements::EndEngagement, error::ApiError},
    boot::use_viewer,
    ui::{Button, ErrorNotice, Icon, Look, TextArea, TextField, When, when::date},
};
use domain::{
    engagement::{Ending, EngagementPage, EngagementStage, OpenHandoff, ends_handoff, ends_job},
    policy::{Action, check_role},
};
use leptos::prelude::*;

/// That it was ended, or the form that ends it, for those who may.
pub(super) fn ending(page: &EngagementPage) -> Option<AnyView> {
    if let Some(ending) = &page.ending {
        return Some(told(ending));
    }
    let role = use_viewer()?.role;
    let may = check_role(role, Action::SignEngagement).is_ok();
    (may && page.row.stage != EngagementStage::Closed).then(|| form(page))
}

fn told(ending: &Ending) -> AnyView {
    let by = ending.by.clone().unwrap_or_else(|| "Somebody".to_owned());
    let was = ending.was.map_or_else(
        || "It was open-ended.".to_owned(),
        |day| format!("It was to run until {}.", date(day)),
    );
    view! {
        <div class="notice warn">
            {Icon::Flag.large()}
            <div>
                <p><strong>{format!("Ended early: its last day is {}.", date(ending.last_day))}</strong> " " {was}</p>
                <blockquote>{ending.reason.clone()}</blockquote>
                <p class="muted small">{by} " · " <When at=ending.at /></p>
            </div>
        </div>
    }
    .into_any()
}

fn form(page: &EngagementPage) -> AnyView {
    let action = ServerAction::<EndEngagement>::new();
    Effect::new(move |_| {
        if matches!(*action.value().read(), Some(Ok(()))) {
            // Nearly everything on the page is another now. Fails for no page that stands.
            let _ = window().location().reload();
        }
    });
    let wrong = move |name: &'static str| {
        Signal::derive(move || match action.value().get() {
            Some(Err(ApiError::Invalid { field, sentence })) if field == name => Some(sentence),
            _ => None,
        })
    };
    let refused = move || match action.value().get() {
        Some(Err(ApiError::Invalid { .. })) | Some(Ok(())) | None => None,
        Some(Err(error)) => Some(view! { <ErrorNotice what=error.to_string() /> }),
    };
    let (id, version) = (page.row.id.to_string(), page.row.version.to_string());
    let lines = consequences(page).into_iter();
    let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <details class="more end-early">
            <summary>"End it early"</summary>
            <ActionForm action=action attr:novalidate=true>
                <div class="stack tight">
                    <input type="hidden" name="id" value=id />
                    <input type="hidden" name="version" value=version />
                    <p>"What this means:"</p>
                    <ul>{lines}</ul>
                    <TextField name="last_day" label="Last day" kind="date" error=wrong("last_day") />
                    <TextArea name="reason" id="end-reason" label="Why does it end?" rows=2 error=wrong("reason")
                        hint="Stays on this page; the client does not see it." />
                    {refused}
                    <div class="row"><Button look=Look::Danger submit=true busy=action.pending()>"End this engagement"</Button></div>
                </div>
            </ActionForm>
        </details>
    }
    .into_any()
}

/// What becomes of fees, handoffs and jobs, in words.
fn consequences(page: &EngagementPage) -> Vec<String> {
    let mut lines = vec![
        "Fees and revenue end with the last day, and clients send no requests after it.".to_owned(),
    ];
    for card in &page.open {
        // Whether it counts already is the clock's matter; on the board both are gone.
        let gone = ends_handoff(card.kind, card.stage, false) != OpenHandoff::GoesOn;
        lines.push(if gone {
            format!(
                "The {} leaves the board: nobody needs it any more.",
                card.kind.package()
            )
        } else {
            format!("The {} of {} goes on.", card.kind.package(), card.title)
        });
    }
    let count = |declined: bool| -> i64 {
        let jobs = page.jobs.iter().filter(|(state, _)| state.is_open());
        let those = jobs.filter(|(state, _)| ends_job(*state) == declined);
        those.map(|(_, count)| count).sum()
    };
    let (declined, going_on) = (count(true), count(false));
    if declined > 0 {
        lines.push(format!(
            "Requests that nobody has begun with are declined, and their senders told: {declined}."
        ));
    }
    if going_on > 0 {
        lines.push(format!(
            "Jobs in the making are finished, or cancelled by the client: {going_on}."
        ));
    }
    lines.push("The closing report is opened, and the engagement is closed with it.".to_owned());
    lines
}
