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
        answers, deliverable,
        mover::Mover,
        one_job::{Around, one_job},
    },
    ui::{FileList, OfflineBar, toast::use_toasts},
};
use domain::{
    board::{Changed, LiveChange, Undo},
    job::{JobAnswer, JobEventKind, Need, PortalJob as JobView},
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
    let delivered = Memo::new(move |_| job.read().delivered.clone());
    // What waits for the client's verdict stands before the question; later it is one thing among others.
    let in_review = Memo::new(move |_| need.get() == Some(Need::Review));
    let needed = move || match need.get() {
        Some(Need::Answer) => answer::section(id, question, sent).into_any(),
        Some(Need::Review) if can_approve.get() => review::section(mover).into_any(),
        _ => ().into_any(),
    };
    let to_review = move || {
        in_review
            .get()
            .then(|| delivery(&delivered.read()))
            .flatten()
    };
    let as_delivered = move || {
        (!in_review.get())
            .then(|| delivery(&delivered.read()))
            .flatten()
    };
    let answers = Memo::new(move |_| job.read().answers.clone());
    let undo = Memo::new(move |_| job.read().undo);
    let decided = move || undo.get().map(|event| decided(event, mover));
    let timeline = Memo::new(move |_| job.read().timeline.clone());
    let files = Memo::new(move |_| job.read().files.clone());
    let why = Memo::new(move |_| job.read().why.clone());
    let content = view! {
        <OfflineBar offline />
        {promise::pinned(card, job.read_untracked().sla, why)}
        {mover.notice()}
        {to_review}
        {needed}
        {decided}
        <div class="columns">
            {timeline::section(timeline)}
            <div class="stack">
                {as_delivered}
                {move || what_you_sent(&answers.read())}
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

/// What was answered to the request form.
fn what_you_sent(answers: &[JobAnswer]) -> Option<AnyView> {
    let list = answers::answers(answers)?;
    Some(
        view! {
            <section class="section" aria-labelledby="answers">
                <h2 id="answers">"What you told us"</h2>
                {list}
            </section>
        }
        .into_any(),
    )
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
