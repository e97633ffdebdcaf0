//! The client's first page: what needs it, what is under way, what was.

mod needs;
mod past;
mod progress;

use crate::{
    api::portal::load_home,
    frame::Page,
    json::load,
    live::{Fresh, fresh},
    ui::{EmptyState, ErrorNotice, Icon, OfflineBar, Skeleton},
};
use domain::{board::Changed, job::PortalHome as HomeView};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page "Your requests".
#[component]
pub fn PortalHome() -> impl IntoView {
    let params = use_query_map();
    let past = Memo::new(move |_| past_page(params.read().get_str("past")));
    let home = load(move || past.get(), load_home);
    let shown = move || {
        Suspend::new(async move {
            match home.await {
                Ok(first) => following(first, past),
                Err(error) => {
                    let retry = Callback::new(move |()| home.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    view! {
        <Page title="Your requests" actions=new_request>
            <Suspense fallback=|| view! { <Skeleton lines=4 cards=true /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

fn new_request() -> AnyView {
    view! { <a class="button primary large" href="/portal/new">{Icon::Plus.large()} "New request"</a> }.into_any()
}

/// The number of the page of past requests that the address names; the first where it names none.
fn past_page(named: Option<&str>) -> i64 {
    named.and_then(|page| page.parse().ok()).unwrap_or_default()
}

fn following(first: HomeView, past: Memo<i64>) -> AnyView {
    let seq = first.seq;
    let concerns = |change: &domain::board::LiveChange| matches!(change.what, Changed::Job(_));
    let Fresh {
        now: home, offline, ..
    } = fresh(first, seq, concerns, move || {
        load_home(past.get_untracked())
    });
    let needs_you = Memo::new(move |_| home.read().needs_you.clone());
    let in_progress = Memo::new(move |_| home.read().in_progress.clone());
    let over = Memo::new(move |_| (home.read().past.clone(), home.read().past_total));
    let is_first_use = Memo::new(move |_| {
        let home = home.read();
        home.needs_you.is_empty() && home.in_progress.is_empty() && home.past_total == 0
    });
    let sections = move || {
        if is_first_use.get() {
            return first_use();
        }
        view! {
            {move || needs::section(needs_you.get())}
            {move || progress::section(in_progress.get())}
            {move || { let (jobs, total) = over.get(); past::section(jobs, total, past.get()) }}
        }
        .into_any()
    };
    view! {
        <OfflineBar offline />
        {sections}
    }
    .into_any()
}

fn first_use() -> AnyView {
    view! {
        <EmptyState icon=Icon::Send title="You have not asked for anything yet"
            note="Send your first request: you see when it will be done before you send it, and follow it here until you approve it.">
            <a class="button primary" href="/portal/new">"Send your first request"</a>
        </EmptyState>
    }
    .into_any()
}
