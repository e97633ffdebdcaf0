//! The frame of a client: quiet, with its own name beside ours.

use super::{Wordmark, user_menu::UserMenu};
use crate::{
    api::viewer::Viewer,
    ui::{announcer::LiveRegion, toast::ToastRegion},
};
use leptos::prelude::*;
use leptos_router::components::A;

/// Bar and page, which is `inside`.
pub(super) fn portal_frame(viewer: Viewer, inside: fn() -> AnyView) -> AnyView {
    view! {
        <div class="portal-frame">
            <a class="skip-link visually-hidden" href="#main">"Skip to the content"</a>
            <header class="portal-bar">
                <A href="/portal" exact=true><Wordmark /></A>
                <span class="portal-client truncate">{viewer.client_name.clone()}</span>
                <div class="row"><UserMenu viewer /></div>
            </header>
            {inside()}
            <ToastRegion />
            <LiveRegion />
        </div>
    }
    .into_any()
}
