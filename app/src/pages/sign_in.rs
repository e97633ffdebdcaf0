//! Signing in.

use crate::{
    api::session::SignIn as SignInAction,
    boot::use_viewer,
    frame::{Mark, Wordmark},
    typed::use_typed,
    ui::{Button, ErrorNotice, Look, TextField},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::Redirect, hooks::use_query_map};

/// The page "Sign in"; whoever is signed in already is sent on.
#[component]
pub fn SignIn() -> impl IntoView {
    if let Some(viewer) = use_viewer() {
        return view! { <Redirect path=viewer.home() /> }.into_any();
    }
    let email = RwSignal::new(use_typed().text("email"));
    let action = ServerAction::<SignInAction>::new();
    let next = use_query_map().read_untracked().get("next");
    let failed = move || {
        action
            .value()
            .get()
            .and_then(Result::err)
            .map(|error| error.to_string())
    };
    view! {
        <Title text="Sign in" />
        <main class="sign-in" id="main">
            <div class="sign-in-form">
                <Wordmark />
                <h1>"Sign in"</h1>
                {move || failed().map(|what| view! { <ErrorNotice what=what /> })}
                <ActionForm action=action>
                    <div class="stack">
                        <input type="hidden" name="next" value=next />
                        <TextField name="email" label="E-mail" kind="email" value=email autocomplete="username" autofocus=true />
                        <TextField name="password" label="Password" kind="password" autocomplete="current-password" />
                        <Button look=Look::Primary submit=true busy=action.pending()>"Sign in"</Button>
                    </div>
                </ActionForm>
                <p class="muted small">"No account, or a forgotten password? Your account manager or an administrator can help."</p>
            </div>
            <div class="sign-in-picture" aria-hidden="true"><Mark /></div>
        </main>
    }
    .into_any()
}
