//! The frame of the agency's own people.

use super::{
    Mark,
    bell::{Bell, provide_unread},
    overlays::{Overlay, Overlays, provide_overlay, use_overlay},
    rail::Rail,
    user_menu::UserMenu,
};
use crate::{
    api::viewer::Viewer,
    ui::{Icon, announcer::LiveRegion, toast::ToastRegion},
};
use leptos::{ev::MouseEvent, prelude::*};
use leptos_router::components::A;

/// Rail and page, which is `inside`.
pub(super) fn agency_frame(viewer: Viewer, inside: fn() -> AnyView) -> AnyView {
    provide_unread();
    provide_overlay();
    view! {
        <div class="frame">
            <a class="skip-link visually-hidden" href="#main">"Skip to the content"</a>
            <header class="rail">
                <A href=viewer.home() attr:class="rail-home" attr:aria-label="Baton, your first page"><Mark /></A>
                <Rail role=viewer.role />
                <div class="rail-foot">{finder()} <Bell /> <UserMenu viewer /></div>
            </header>
            {inside()}
            <ToastRegion />
            <LiveRegion />
            <Overlays />
        </div>
    }
    .into_any()
}

/// Opens the palette; without scripts, the search page.
fn finder() -> AnyView {
    let overlay = use_overlay();
    let open = move |event: MouseEvent| {
        event.prevent_default();
        overlay.set(Some(Overlay::Palette));
    };
    view! {
        <a class="button quiet icon-only finder" href="/search" aria-label="Find or do" title="Find or do (Ctrl K)" on:click=open>
            {Icon::Search.large()}
        </a>
    }
    .into_any()
}
