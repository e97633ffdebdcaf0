//! One request: what was promised, what is needed, what happened.

mod answer;
mod cancel;
mod promise;
mod review;
mod timeline;

use crate::pages::mover::Mover;
use crate::{
    api::portal::load_own_job,
    frame::Page,
    live::{Fresh, fresh},
    ui::{EmptyState, ErrorNotice, FileList, Icon, OfflineBar, Skeleton, toast::use_toasts},
};
use domain::{
    board::{Changed, LiveChange},
    ids::JobId,
    job::{JobEventKind, Need, PortalJob as JobView},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page of one request, in the portal.
#[component]
pub fn PortalJob() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params
            .read()
            .get_str("id")
            .and_then(|id| id.parse::<JobId>().ok())
    });
    let title = RwSignal::new("Your request".to_owned());
    let job = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => Some(load_own_job(id).await),
                None => None,
            }
        },
    );
    let shown = move || {
        Suspend::new(async move {
            match job.await {
                Some(Ok(first)) => following(first, title),
                Some(Err(error)) => {
                    let retry = Callback::new(move |()| job.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
                None => no_such_request(),
            }
        })
    };
    view! {
        <Page title>
            <nav aria-label="Back" class="back"><a href="/portal">{Icon::ArrowLeft.small()} "Your requests"</a></nav>
            <Suspense fallback=|| view! { <Skeleton lines=6 /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

fn no_such_request() -> AnyView {
    view! {
        <EmptyState icon=Icon::Search title="There is no such request"
            note="The address may be cut off, or the request belongs to another company.">
            <a class="button" href="/portal">"Go to your requests"</a>
        </EmptyState>
    }
    .into_any()
}

fn following(first: JobView, title: RwSignal<String>) -> AnyView {
    let (id, seq) = (first.card.id, first.seq);
    title.set(first.card.title.clone());
    let concerns = move |change: &LiveChange| change.what == Changed::Job(id);
    let Fresh {
        now: job,
        offline,
        reload,
    } = fresh(first, seq, concerns, move || load_own_job(id));
    let card = Memo::new(move |_| job.read().card.clone());
    let mover = Mover::new(id, Signal::derive(move || card.read().version), reload);
    let toasts = use_toasts();
    let can = move |event: JobEventKind| Memo::new(move |_| job.read().moves.contains(&event));
    let (can_approve, can_cancel) = (can(JobEventKind::Approved), can(JobEventKind::Cancelled));
    let need = Memo::new(move |_| card.read().need);
    let question = Memo::new(move |_| job.read().question().to_owned());
    let sent = Callback::new(move |()| {
        toasts.done("Sent.");
        reload.run(());
    });
    let needed = move || match need.get() {
        Some(Need::Answer) => answer::section(id, question, sent).into_any(),
        Some(Need::Review) if can_approve.get() => review::section(mover).into_any(),
        _ => ().into_any(),
    };
    let timeline = Memo::new(move |_| job.read().timeline.clone());
    let files = Memo::new(move |_| job.read().files.clone());
    let why = Memo::new(move |_| job.read().why.clone());
    view! {
        <OfflineBar offline />
        {promise::pinned(card, job.read_untracked().sla, why)}
        {mover.notice()}
        {needed}
        <div class="columns">
            {timeline::section(timeline)}
            <div class="stack">
                {move || (!files.read().is_empty()).then(|| view! {
                    <section class="section" aria-labelledby="job-files">
                        <h2 id="job-files">"Files"</h2>
                        <FileList files />
                    </section>
                })}
                {move || (need.get() != Some(Need::Answer) && card.read().state.is_open()).then(|| answer::remark(id, sent))}
                {move || can_cancel.get().then(|| cancel::section(mover))}
            </div>
        </div>
    }
    .into_any()
}
