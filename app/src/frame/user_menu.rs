//! The viewer's own menu, behind their initials.

use super::rail::{beyond_phones, icon, is_in};
use crate::{
    api::{session::SignOut, viewer::Viewer},
    ui::{Avatar, Icon, Menu, MenuLink},
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Account, sign out and, on phones, the places that the bar has no room for.
#[component]
pub fn UserMenu(viewer: Viewer) -> impl IntoView {
    let sign_out = ServerAction::<SignOut>::new();
    let path = use_location().pathname;
    let beyond = beyond_phones(viewer.role);
    let holds_current = {
        let beyond = beyond.clone();
        move || beyond.iter().any(|page| is_in(*page, &path.read()))
    };
    let more = beyond.into_iter().map(move |page| {
        let current = Signal::derive(move || is_in(page, &path.read()));
        view! {
            <div class="phone-only">
                <MenuLink href=page.path() icon=icon(page) current>{page.title()}</MenuLink>
            </div>
        }
    });
    let is_client = viewer.client_name.is_some();
    let name = viewer.name.clone();
    view! {
        <div class="user-place" class:holds-current=holds_current>
        <Menu id="user-menu" label=format!("{}, your menu", viewer.name) class="user-button"
            face=move || view! { <Avatar name=name.clone() /> }>
            <div class="menu-head">
                <strong>{viewer.name.clone()}</strong>
                <span class="muted small">{viewer.email.clone()}</span>
            </div>
            {(!is_client).then(|| more.collect_view())}
            <MenuLink href="/account" icon=Icon::Account>"Your account"</MenuLink>
            <ActionForm action=sign_out>
                <button class="menu-item" type="submit">
                    {Icon::SignOut.small()}
                    "Sign out"
                </button>
            </ActionForm>
        </Menu>
        </div>
    }
    .into_any()
}
