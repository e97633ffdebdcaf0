//! The search as a page: the address says what is looked for, and no scripts are needed.

use super::hits::{Group, beside, groups};
use crate::{
    api::search::search,
    frame::Page,
    json::load,
    ui::{Button, EmptyState, ErrorNotice, Icon, Skeleton},
};
use domain::search::Hit;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page "Search".
#[component]
pub fn Search() -> impl IntoView {
    let params = use_query_map();
    let text = Memo::new(move |_| params.read().get("q").unwrap_or_default());
    let found = load(move || text.get(), search);
    let shown = move || {
        Suspend::new(async move {
            match found.await {
                Ok(hits) => list(&hits, text.get_untracked().trim().is_empty()),
                Err(error) => {
                    let retry = Callback::new(move |()| found.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    view! {
        <Page title="Search" narrow=true>
            <form class="row search-form" action="/search" method="get" role="search">
                <input class="control" type="search" name="q" value=text.get_untracked()
                    aria-label="Find a client, an engagement, a handoff, a job or a person" placeholder="A name" />
                <Button submit=true icon=Icon::Search>"Search"</Button>
            </form>
            <Suspense fallback=|| view! { <Skeleton lines=6 /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

fn list(hits: &[Hit], nothing_asked: bool) -> AnyView {
    if nothing_asked {
        return view! { <p class="muted">"Write a name, or the beginning of one."</p> }.into_any();
    }
    // What is done at once needs scripts, and has its buttons in the account.
    let pages: Vec<Hit> = hits
        .iter()
        .filter(|hit| hit.opens.starts_with('/'))
        .cloned()
        .collect();
    if pages.is_empty() {
        return view! {
            <EmptyState icon=Icon::Search title="Nothing is called like that" note="Try fewer letters, or the client's name." />
        }
        .into_any();
    }
    groups(&pages)
        .into_iter()
        .map(group)
        .collect_view()
        .into_any()
}

fn group((kind, hits): Group) -> AnyView {
    let lines = hits.into_iter().map(|(_, hit)| {
        let beside = beside(&hit);
        view! { <li><a href=hit.opens>{hit.name}</a> " " <span class="muted small">{beside}</span></li> }
    });
    view! {
        <section class="section">
            <h2>{kind.title()}</h2>
            <ul class="stack tight">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
