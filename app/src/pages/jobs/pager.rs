//! Going through a long list.

use super::query::JobsQuery;
use crate::{api::jobs::PAGE, ui::Icon};
use leptos::prelude::*;

/// Links to the pages before and after, where there are any.
pub fn pager(query: &JobsQuery, total: i64) -> Option<AnyView> {
    let page = query.page;
    let pages = (total + PAGE - 1) / PAGE;
    (pages > 1).then(|| {
        let before = (page > 0).then(|| {
            view! { <a class="button" href=query.at(page - 1).address() rel="prev">{Icon::ArrowLeft.small()} "Previous page"</a> }
        });
        let after = (page + 1 < pages).then(|| {
            view! { <a class="button" href=query.at(page + 1).address() rel="next">"Next page" {Icon::ArrowRight.small()}</a> }
        });
        view! {
            <nav class="row" aria-label="Pages of jobs">
                {before}
                <span class="muted small num">{format!("Page {} of {pages}", page + 1)}</span>
                {after}
            </nav>
        }
        .into_any()
    })
}
