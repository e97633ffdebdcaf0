//! The frame of the agency's own people.

use super::{Mark, rail::Rail, user_menu::UserMenu};
use crate::{
    api::viewer::Viewer,
    ui::{announcer::LiveRegion, toast::ToastRegion},
};
use leptos::prelude::*;
use leptos_router::components::{A, Outlet};

/// Rail and page.
pub(super) fn agency_frame(viewer: Viewer) -> AnyView {
    view! {
        <div class="frame">
            <a class="skip-link visually-hidden" href="#main">"Skip to the content"</a>
            <header class="rail">
                <A href=viewer.home() attr:class="rail-home" attr:aria-label="Baton, your first page"><Mark /></A>
                <Rail role=viewer.role />
                <div class="rail-foot"><UserMenu viewer /></div>
            </header>
            <Outlet />
            <ToastRegion />
            <LiveRegion />
        </div>
    }
    .into_any()
}
