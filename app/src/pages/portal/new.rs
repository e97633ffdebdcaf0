//! New request.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "New request".
#[component]
pub fn NewRequest() -> impl IntoView {
    view! {
        <Page title="New request">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
