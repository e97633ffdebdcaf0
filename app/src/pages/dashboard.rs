//! Dashboard.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Dashboard".
#[component]
pub fn Dashboard() -> impl IntoView {
    view! {
        <Page title="Dashboard">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
