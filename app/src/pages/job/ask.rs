//! Asking the client while the work goes on.

use crate::{
    api::{error::ApiError, jobs::AskClient},
    ui::{Button, ErrorNotice, Icon, Look, TextArea},
};
use domain::{
    ids::JobId,
    job::{JobEventKind, JobPage, JobState, check_question},
    people::AccessRole,
    policy::{Action, check_role},
};
use leptos::prelude::*;

/// Whether somebody with `role` is offered to ask: not while the client already owes an answer.
pub fn is_offered(job: &JobPage, role: Option<AccessRole>) -> bool {
    let may = role.is_some_and(|role| check_role(role, Action::Job(JobEventKind::Held)).is_ok());
    let state = job.card.state;
    may && check_question(state).is_ok() && state != JobState::OnHold && !job.card.asked
}

/// A form that unfolds; `sent` is called when the question is on its way.
pub fn ask(id: JobId, sent: Callback<()>) -> AnyView {
    let action = ServerAction::<AskClient>::new();
    Effect::new(move |_| {
        if matches!(*action.value().read(), Some(Ok(()))) {
            sent.run(());
        }
    });
    let error = Signal::derive(move || match action.value().get() {
        Some(Err(ApiError::Invalid { sentence, .. })) => Some(sentence),
        _ => None,
    });
    let failed = move || match action.value().get() {
        Some(Err(ApiError::Invalid { .. })) | Some(Ok(())) | None => None,
        Some(Err(error)) => Some(error.to_string()),
    };
    view! {
        <details class="fold">
            <summary class="button">{Icon::Comment.small()} "Ask the client"</summary>
            <ActionForm action=action>
                <input type="hidden" name="id" value=id.to_string() />
                <div class="stack tight">
                    {move || failed().map(|what| view! { <ErrorNotice what kept="What you wrote is still here." /> })}
                    <TextArea name="message" id="question" label="What do you want to know?"
                        hint="The work and its clock go on meanwhile." error rows=3 />
                    <div class="row"><Button look=Look::Primary submit=true icon=Icon::Send busy=action.pending()>"Send the question"</Button></div>
                </div>
            </ActionForm>
        </details>
    }
    .into_any()
}
