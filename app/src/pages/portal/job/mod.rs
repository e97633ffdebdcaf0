//! One request: what was promised, what is needed, what happened.

mod answer;
mod cancel;
mod promise;
mod review;
mod timeline;

use crate::{
    api::portal::load_own_job,
    live::{Fresh, fresh},
    pages::{
        deliverable,
        mover::Mover,
        one_job::{Around, one_job},
    },
    ui::{FileList, OfflineBar, toast::use_toasts},
};
use domain::{
    board::{Changed, LiveChange, Undo},
    job::{JobEventKind, Need, PortalJob as JobView},
    quality::Delivered,
};
use leptos::prelude::*;

/// The page of one request, in the portal.
#[component]
pub fn PortalJob() -> impl IntoView {
    let around = Around {
        title: "Request",
        list: "/portal",
        list_title: "Your requests",
    };
    one_job(around, load_own_job, following)
}

fn following(first: JobView) -> (String, AnyView) {
    let (id, seq, title) = (first.card.id, first.seq, first.card.title.clone());
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
    let undo = Memo::new(move |_| job.read().undo);
    let decided = move || undo.get().map(|event| decided(event, mover));
    let timeline = Memo::new(move |_| job.read().timeline.clone());
    let files = Memo::new(move |_| job.read().files.clone());
    let delivered = Memo::new(move |_| job.read().delivered.clone());
    let why = Memo::new(move |_| job.read().why.clone());
    let content = view! {
        <OfflineBar offline />
        {promise::pinned(card, job.read_untracked().sla, why)}
        {mover.notice()}
        {needed}
        {decided}
        <div class="columns">
            {timeline::section(timeline)}
            <div class="stack">
                {move || delivery(&delivered.read())}
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
    };
    (title, content.into_any())
}

/// What was delivered: the files, and where else it is.
fn delivery(delivered: &Delivered) -> Option<AnyView> {
    let Delivered { files, link } = delivered.clone();
    let nothing = files.is_empty() && link.is_empty();
    (!nothing).then(|| {
        let files = (!files.is_empty()).then(|| view! { <FileList files /> });
        view! {
            <section class="section" aria-labelledby="delivered">
                <h2 id="delivered">"What we delivered"</h2>
                {files}
                {deliverable::link(&link)}
            </section>
        }
        .into_any()
    })
}

/// What the client decided last, while it can be taken back.
fn decided(event: JobEventKind, mover: Mover) -> AnyView {
    let words = match event {
        JobEventKind::Approved => "You approved this.",
        JobEventKind::Cancelled => "You cancelled this.",
        _ => "You asked for changes.",
    };
    view! { <div class="row portal-decided"><p>{words}</p> {mover.undo(&Undo::Offered)}</div> }
        .into_any()
}
