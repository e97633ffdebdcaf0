//! The viewer's own account.

mod password;
mod sessions;

use crate::{
    api::session::SignOut,
    boot::use_viewer,
    frame::{LooksForm, Page},
    ui::{Avatar, Button, Icon},
};
use leptos::prelude::*;

/// The page "Your account".
#[component]
pub fn Account() -> impl IntoView {
    let sign_out = ServerAction::<SignOut>::new();
    let facts = use_viewer().map(|viewer| {
        let company = viewer.client_name.map(|name| view! { <dt>"Company"</dt> <dd>{name}</dd> });
        view! {
            <div class="card account-who">
                <Avatar name=viewer.name.clone() beside_name=true />
                <dl class="facts">
                    <dt>"Name"</dt>
                    <dd><strong>{viewer.name}</strong></dd>
                    <dt>"E-mail"</dt>
                    <dd>{viewer.email}</dd>
                    {company}
                    <dt>"Role"</dt>
                    <dd>{role_words(viewer.role)}</dd>
                </dl>
                <ActionForm action=sign_out>
                    <Button submit=true icon=Icon::SignOut busy=sign_out.pending()>"Sign out"</Button>
                </ActionForm>
            </div>
        }
    });
    view! {
        <Page title="Your account" narrow=true>
            {facts}
            <section class="section" aria-labelledby="looks">
                <h2 id="looks">"Looks"</h2>
                <LooksForm />
            </section>
            <section class="section" aria-labelledby="sessions">
                <h2 id="sessions">"Where you are signed in"</h2>
                <sessions::Sessions />
            </section>
            <section class="section" aria-labelledby="password">
                <h2 id="password">"Password"</h2>
                <password::PasswordForm />
            </section>
        </Page>
    }
    .into_any()
}

/// The role as its owner reads it.
const fn role_words(role: domain::people::AccessRole) -> &'static str {
    use domain::people::AccessRole;
    match role {
        AccessRole::Client => "Client",
        AccessRole::Producer => "Production",
        AccessRole::Sales => "Sales",
        AccessRole::Generative => "Generative",
        AccessRole::Executive => "Executive",
        AccessRole::Admin => "Administrator",
    }
}
