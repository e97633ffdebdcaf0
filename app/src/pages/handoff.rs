//! Handoff.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Handoff".
#[component]
pub fn Handoff() -> impl IntoView {
    view! {
        <Page title="Handoff">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
