//! Board.

use crate::{
    frame::Page,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;

/// The page "Board".
#[component]
pub fn Board() -> impl IntoView {
    view! {
        <Page title="Board">
            <EmptyState icon=Icon::Board title="Nothing here yet" />
        </Page>
    }
    .into_any()
}
