//! Plan.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Plan".
#[component]
pub fn Plan() -> impl IntoView {
    view! {
        <Page title="Plan">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
