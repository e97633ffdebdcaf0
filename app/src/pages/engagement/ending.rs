//! Ending an engagement before its term, and what that means.

use crate::{
    api::{
        engagements::{EndEngagement, TakeBackEnding, take_back_ending},
        error::ApiError,
    },
    boot::use_viewer,
    pages::taking_back::taking_back,
    ui::{
        Button, ErrorNotice, Icon, Look, TextArea, TextField, When, toast::use_toasts, when::date,
    },
};
use domain::{
    board::Undo,
    engagement::{Ending, EngagementPage, EngagementStage, OpenHandoff, ends_handoff, ends_job},
    policy::{Action, check_role},
};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn};

/// That it was ended, or the form that ends it, for those who may; and what was taken back.
pub(super) fn ending(page: &EngagementPage, reload: Callback<()>) -> AnyView {
    let taken_back = page.endings.iter().filter_map(taken_back).collect_view();
    let now = match page.ending() {
        Some(ending) => Some(told(page, ending, reload)),
        None => {
            let may = use_viewer()
                .is_some_and(|viewer| check_role(viewer.role, Action::SignEngagement).is_ok());
            (may && page.row.stage != EngagementStage::Closed).then(|| form(page, reload))
        }
    };
    view! { {now} {taken_back} }.into_any()
}

/// That it was to end early, and does not.
fn taken_back(ending: &Ending) -> Option<AnyView> {
    let (at, by) = ending.taken_back.clone()?;
    let ended = ending.by.clone().unwrap_or_else(|| "Somebody".to_owned());
    let words = format!(
        "{ended} ended it early, on {}: “{}” {by} took that back, ",
        date(ending.last_day),
        ending.reason
    );
    Some(view! { <p class="muted small">{words} <When at=at /></p> }.into_any())
}

fn told(page: &EngagementPage, ending: &Ending, reload: Callback<()>) -> AnyView {
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
                {ending.undo.as_ref().map(|undo| take_back(page, undo, reload))}
            </div>
        </div>
    }
    .into_any()
}

/// The button that takes the end back; or why that cannot be.
fn take_back(page: &EngagementPage, undo: &Undo, reload: Callback<()>) -> AnyView {
    let (id, version) = (page.row.id, page.row.version);
    let undone = taking_back(use_toasts(), reload, move || take_back_ending(id, version));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        undone();
    };
    match undo {
        Undo::Refused(why) => {
            view! { <p class="muted small">"Cannot be taken back. " {why.clone()}</p> }.into_any()
        }
        Undo::Offered => view! {
            <form method="post" action=TakeBackEnding::url() on:submit=submit>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="version" value=version.to_string() />
                <Button look=Look::Quiet icon=Icon::Return submit=true>"Take back"</Button>
            </form>
        }
        .into_any(),
    }
}

fn form(page: &EngagementPage, reload: Callback<()>) -> AnyView {
    let action = ServerAction::<EndEngagement>::new();
    let (toasts, ended) = (use_toasts(), page.row.id);
    Effect::new(move |_| {
        if let Some(Ok(version)) = *action.value().read() {
            let undo = taking_back(toasts, reload, move || take_back_ending(ended, version));
            toasts.undoable("The engagement was ended", undo);
            reload.run(());
        }
    });
    let wrong = move |name: &'static str| {
        Signal::derive(move || match action.value().get() {
            Some(Err(ApiError::Invalid { field, sentence })) if field == name => Some(sentence),
            _ => None,
        })
    };
    let refused = move || match action.value().get() {
        Some(Err(ApiError::Invalid { .. })) | Some(Ok(_)) | None => None,
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
