//! Engagement.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Engagement".
#[component]
pub fn Engagement() -> impl IntoView {
    view! {
        <Page title="Engagement">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
