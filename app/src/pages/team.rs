//! Team.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Team".
#[component]
pub fn Team() -> impl IntoView {
    view! {
        <Page title="Team">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
