//! What needs you.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "What needs you".
#[component]
pub fn PortalHome() -> impl IntoView {
    view! {
        <Page title="What needs you">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
