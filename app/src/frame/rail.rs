//! The agency's navigation.

use crate::ui::Icon;
use domain::{
    people::AccessRole,
    policy::{Page, rail},
};
use leptos::prelude::*;
use leptos_router::components::A;

/// How many pages fit into the bar of a phone; the rest is in the viewer's menu.
const ON_PHONES: usize = 4;

/// The pages of `role` that the bar of a phone has no room for.
pub(super) fn beyond_phones(role: AccessRole) -> Vec<Page> {
    rail(role).split_off(ON_PHONES.min(rail(role).len()))
}

/// The picture of a page.
pub(super) const fn icon(page: Page) -> Icon {
    match page {
        Page::Board => Icon::Board,
        Page::Jobs => Icon::Jobs,
        Page::Engagements => Icon::Engagements,
        Page::Dashboard => Icon::Dashboard,
        Page::Quality => Icon::Met,
        Page::Plan => Icon::Plan,
        Page::Team => Icon::Team,
        Page::Portal => Icon::Send,
    }
}

/// The pages that `role` may open, the current one marked.
#[component]
pub(super) fn Rail(role: AccessRole) -> impl IntoView {
    let items = rail(role).into_iter().enumerate().map(|(index, page)| {
        view! {
            <li class:beyond-four={index >= ON_PHONES}>
                <A href=page.path() attr:class="rail-item">
                    {icon(page).large()}
                    {page.title()}
                </A>
            </li>
        }
    });
    view! {
        <nav aria-label="Main">
            <ul>{items.collect_view()}</ul>
        </nav>
    }
    .into_any()
}
