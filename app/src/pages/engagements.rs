//! Engagements.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Engagements".
#[component]
pub fn Engagements() -> impl IntoView {
    view! {
        <Page title="Engagements">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
