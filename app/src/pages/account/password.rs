//! Changing one's password.

use crate::{
    api::{error::ApiError, session::ChangePassword},
    ui::{Button, ErrorNotice, TextField, announcer::use_announcer},
};
use leptos::prelude::*;

/// The form: the present password and the new one.
#[component]
pub fn PasswordForm() -> impl IntoView {
    let action = ServerAction::<ChangePassword>::new();
    let (old, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let announcer = use_announcer();
    let error_of = move |wanted: &'static str| {
        Signal::derive(move || match action.value().get() {
            Some(Err(ApiError::Invalid { field, sentence })) if field == wanted => Some(sentence),
            _ => None,
        })
    };
    let failed = move || match action.value().get() {
        Some(Err(ApiError::Invalid { .. })) | Some(Ok(())) | None => None,
        Some(Err(error)) => Some(error.to_string()),
    };
    let done = move || matches!(*action.value().read(), Some(Ok(())));
    Effect::new(move |_| {
        if done() {
            old.set(String::new());
            new.set(String::new());
            announcer.say("Your password is changed.");
        }
    });
    view! {
        {move || failed().map(|what| view! { <ErrorNotice what /> })}
        {move || done().then(|| view! { <p class="notice good">"Your password is changed. Other browsers are signed out."</p> })}
        <ActionForm action=action>
            <div class="stack account-password">
                <TextField name="old" label="Your present password" kind="password" autocomplete="current-password" value=old error=error_of("old") />
                <TextField name="new" label="The new one" kind="password" autocomplete="new-password" value=new error=error_of("new")
                    hint="At least 10 characters: a few words in a row are easy to remember." />
                <div><Button submit=true busy=action.pending()>"Change password"</Button></div>
            </div>
        </ActionForm>
    }
    .into_any()
}
