//! The agency's navigation.

use crate::ui::Icon;
use domain::{
    people::AccessRole,
    policy::{Page, rail},
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

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
    let path = use_location().pathname;
    let items = rail(role).into_iter().enumerate().map(|(index, page)| {
        view! {
            <li class:beyond-four={index >= ON_PHONES}>
                <a href=page.path() class="rail-item" aria-current=move || is_in(page, &path.read()).then_some("page")>
                    {icon(page).large()}
                    {page.title()}
                </a>
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

/// Whether an address belongs to `page`: it is the page's own, or that of something which is reached from it.
pub(super) fn is_in(page: Page, path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next();
    let home = match first.unwrap_or_default() {
        "handoffs" | "views" => Page::Board.path(),
        "clients" => Page::Engagements.path(),
        own => return page.path().trim_start_matches('/') == own,
    };
    page.path() == home
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_reached_from_a_page_belongs_to_it() {
        for (path, page) in [
            ("/board", Page::Board),
            ("/board/limits", Page::Board),
            ("/handoffs/7/report", Page::Board),
            ("/jobs/7", Page::Jobs),
            ("/clients/7", Page::Engagements),
        ] {
            assert!(is_in(page, path), "{path}");
        }
        assert!(!is_in(Page::Board, "/feed"));
        assert!(!is_in(Page::Board, "/"));
    }
}
