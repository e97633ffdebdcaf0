//! Job.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Job".
#[component]
pub fn PortalJob() -> impl IntoView {
    view! {
        <Page title="Job">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
