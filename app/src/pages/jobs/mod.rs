//! The agency's jobs: what is due next stands on top, and what a client sends appears by itself.

mod arrivals;
mod filters;
mod pager;
mod query;
mod rows;

use crate::{
    api::jobs::{load_job_choices, load_jobs},
    frame::Page,
    json::load,
    live::{Fresh, fresh},
    ui::{EmptyState, ErrorNotice, Icon, OfflineBar, Skeleton},
};
use arrivals::Arrivals;
use domain::{
    board::{Changed, LiveChange},
    job::{JobChoices, JobList},
};
use filters::JobFilters;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use query::JobsQuery;

/// The page "Jobs".
#[component]
pub fn Jobs() -> impl IntoView {
    let params = use_query_map();
    let query = Memo::new(move |_| JobsQuery::read(&params.read()));
    let first = load(
        || (),
        move |()| async move {
            let JobsQuery { filter, page } = query.get_untracked();
            let choices = load_job_choices().await?;
            Ok((choices, load_jobs(filter, page).await?))
        },
    );
    let shown = move || {
        Suspend::new(async move {
            match first.await {
                Ok((choices, jobs)) => following(choices, jobs, query),
                Err(error) => {
                    let error: crate::api::error::ApiError = error;
                    let retry = Callback::new(move |()| first.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    view! {
        <Page title="Jobs">
            <Suspense fallback=|| view! { <Skeleton lines=10 /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

fn following(choices: JobChoices, first: JobList, query: Memo<JobsQuery>) -> AnyView {
    let seq = first.seq;
    let concerns = |change: &LiveChange| matches!(change.what, Changed::Job(_));
    let load = move || {
        let JobsQuery { filter, page } = query.get_untracked();
        load_jobs(filter, page)
    };
    let Fresh {
        now: jobs,
        offline,
        reload,
    } = fresh(first, seq, concerns, load);
    let arrivals = Arrivals::among(jobs, query);
    Effect::new(move |before: Option<JobsQuery>| {
        let now = query.get();
        if before.is_some_and(|before| before != now) {
            reload.run(());
        }
        now
    });
    let total = Memo::new(move |_| jobs.read().total);
    let table = move || {
        if total.get() == 0 {
            nothing_found(&query.read())
        } else {
            rows::table(jobs, arrivals)
        }
    };
    view! {
        <OfflineBar offline />
        <JobFilters query choices />
        <p class="muted small" role="status">{move || counted(total.get())}</p>
        {table}
        {move || pager::pager(&query.read(), total.get())}
    }
    .into_any()
}

fn counted(total: i64) -> String {
    match total {
        1 => "1 job".to_owned(),
        n => format!("{n} jobs"),
    }
}

fn nothing_found(query: &JobsQuery) -> AnyView {
    if query.is_filtered() {
        return view! {
            <EmptyState icon=Icon::Filter title="No job matches this filter" note="Jobs are hidden by what you filter for.">
                <a class="button" href="/jobs">"Show all open jobs"</a>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState icon=Icon::Jobs title="No job is open"
            note="A job appears here by itself as soon as a client sends a request in the portal.">
            <a class="button" href="/jobs?state=approved">"Look at approved jobs"</a>
        </EmptyState>
    }
    .into_any()
}
