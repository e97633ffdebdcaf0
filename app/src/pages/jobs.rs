//! Jobs.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Jobs".
#[component]
pub fn Jobs() -> impl IntoView {
    view! {
        <Page title="Jobs">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
