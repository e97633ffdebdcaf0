//! Signing a new engagement.

use crate::pages::handoff::moving::sentence_case;
use crate::{
    api::{
        engagements::{SignEngagement, load_choices},
        error::ApiError,
    },
    json::load,
    ui::{Button, ErrorNotice, Icon, Look, SelectField, Skeleton, TextField},
};
use domain::{
    engagement::{Named, SigningChoices},
    package::EngagementType,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// A form that unfolds; it posts without scripts as well.
pub(super) fn sign() -> AnyView {
    let choices = load(|| (), |()| load_choices());
    let asked = use_query_map().with_untracked(|query| query.get_str("sign").is_some());
    let form = move || {
        Suspend::new(async move {
            match choices.await {
                Ok(choices) => form(choices),
                Err(error) => view! { <ErrorNotice what=error.to_string() /> }.into_any(),
            }
        })
    };
    view! {
        <details class="sign-engagement" open=asked>
            <summary class="button">{Icon::Plus.small()} "Sign an engagement"</summary>
            <div class="card"><Suspense fallback=|| view! { <Skeleton lines=5 /> }>{form}</Suspense></div>
        </details>
    }
    .into_any()
}

fn form(choices: SigningChoices) -> AnyView {
    let action = ServerAction::<SignEngagement>::new();
    let error = move |field: &'static str| {
        Signal::derive(move || match action.value().get() {
            Some(Err(ApiError::Invalid {
                field: at,
                sentence,
            })) if at == field => Some(sentence),
            _ => None,
        })
    };
    let failed = move || match action.value().get() {
        Some(Err(ApiError::Invalid { .. })) | Some(Ok(())) | None => None,
        Some(Err(error)) => Some(error.to_string()),
    };
    let SigningChoices {
        clients,
        account_managers,
        producers,
        pods,
    } = choices;
    let backups = producers.clone();
    view! {
        <ActionForm action=action>
            <div class="stack">
                <p class="muted">"The SOW package (Sales → Production) opens with the signature, and is due 48 hours after it."</p>
                {move || failed().map(|what| view! { <ErrorNotice what kept="What you typed is still here." /> })}
                <div class="form-grid">
                    <SelectField name="client" label="Client" options=options(clients, "Choose a client") error=error("client") />
                    <TextField name="name" label="Name" hint="As the SOW names the work." error=error("name") />
                    <TextField name="sow_signed_at" label="SOW signed at" kind="datetime-local" error=error("sow_signed_at") />
                    <TextField name="monthly_fee" label="Monthly fee" hint="In the agency's currency, such as 25000.00." error=error("monthly_fee") />
                    <TextField name="starts_on" label="Starts on" kind="date" error=error("starts_on") />
                    <TextField name="ends_on" label="Ends on" kind="date" optional=true error=error("ends_on") />
                    <SelectField name="account_manager" label="Account manager" options=options(account_managers, "Nobody yet") optional=true error=error("account_manager") />
                    <SelectField name="producer" label="Producer" options=options(producers, "Nobody yet") optional=true error=error("producer") />
                    <SelectField name="backup" label="Backup of the producer" options=options(backups, "Nobody yet") optional=true error=error("backup") />
                    <SelectField name="pod" label="Pod" options=options(pods, "Assigned later") optional=true error=error("pod") />
                    <SelectField name="usual" label="Kind of engagement" options=kinds() optional=true error=error("usual") hint="The SOW package begins with its usual milestones, staffing and budget." />
                </div>
                <div class="row"><Button look=Look::Primary submit=true busy=action.pending()>"Sign the engagement"</Button></div>
            </div>
        </ActionForm>
    }
    .into_any()
}

/// What the SOW package can begin with.
fn kinds() -> Vec<(String, String)> {
    let named = EngagementType::ALL
        .iter()
        .map(|kind| (kind.name().to_owned(), sentence_case(kind.name())));
    std::iter::once((String::new(), "Begin with an empty package".to_owned()))
        .chain(named)
        .collect()
}

fn options<Id: ToString>(all: Vec<Named<Id>>, none: &str) -> Vec<(String, String)> {
    let named = all
        .into_iter()
        .map(|Named { id, name }| (id.to_string(), name));
    std::iter::once((String::new(), none.to_owned()))
        .chain(named)
        .collect()
}
