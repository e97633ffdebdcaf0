//! Account.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Account".
#[component]
pub fn Account() -> impl IntoView {
    view! {
        <Page title="Account">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
