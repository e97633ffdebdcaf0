//! The viewer's own account.

use crate::{
    boot::use_viewer,
    frame::{LooksForm, Page},
};
use leptos::prelude::*;

/// The page "Your account".
#[component]
pub fn Account() -> impl IntoView {
    let facts = use_viewer().map(|viewer| {
        view! {
            <dl class="facts">
                <dt>"Name"</dt>
                <dd>{viewer.name}</dd>
                <dt>"E-mail"</dt>
                <dd>{viewer.email}</dd>
                <dt>"Role"</dt>
                <dd>{viewer.role.name()}</dd>
            </dl>
        }
    });
    view! {
        <Page title="Your account" narrow=true>
            <section class="section">{facts}</section>
            <section class="section">
                <h2>"Looks"</h2>
                <LooksForm />
            </section>
        </Page>
    }
    .into_any()
}
