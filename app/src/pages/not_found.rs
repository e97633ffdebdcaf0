//! The answer to an address that nothing has, or that the viewer may not know of.

use crate::{
    boot::use_viewer,
    frame::framed_for,
    ui::{EmptyState, Icon},
};
use leptos::prelude::*;
use leptos_meta::Title;

/// The page for an unknown address; the server answers it with 404.
#[component]
pub fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    let alone = use_viewer().is_none();
    view! {
        <Title text="Not found" />
        <main class="page narrow" class:alone=alone id="main">
            <EmptyState icon=Icon::Search title="There is nothing at this address" heading=true
                note="It may have been moved, or it is not yours to see.">
                <a class="button" href="/">"Go to my first page"</a>
            </EmptyState>
        </main>
    }
    .into_any()
}

/// The same for an address that no page has: whoever is signed in keeps their frame.
#[component]
pub fn Nowhere() -> impl IntoView {
    match use_viewer() {
        Some(viewer) => framed_for(viewer, || view! { <NotFound /> }.into_any()),
        None => view! { <NotFound /> }.into_any(),
    }
}
