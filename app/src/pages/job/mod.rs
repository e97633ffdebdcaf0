//! One job, as the agency works on it.

mod ask;
mod facts;
mod history;
mod moves;
pub mod state;

use super::{
    answers::answers,
    comments::Comments,
    deliverable,
    message::MessageForm,
    mover::Mover,
    one_job::{Around, one_job},
};
use crate::{
    api::jobs::load_job,
    boot::use_viewer,
    live::{Fresh, fresh},
    ui::{ClockBar, FileList, Icon, OfflineBar, When, WhyList, toast::use_toasts},
};
use domain::{
    board::{Changed, LiveChange},
    comment::Subject,
    job::{JobEventKind, JobPage},
    policy::{Action, check_role},
};
use leptos::prelude::*;

/// The page of one job.
#[component]
pub fn Job() -> impl IntoView {
    let around = Around {
        title: "Job",
        list: "/jobs",
        list_title: "Jobs",
    };
    one_job(around, load_job, following)
}

fn following(first: JobPage) -> (String, AnyView) {
    let (id, seq, sla) = (first.card.id, first.seq, first.sla);
    let title = first.card.title.clone();
    let concerns = move |change: &LiveChange| match &change.what {
        Changed::Job(changed) => *changed == id,
        Changed::Handoff(card) => card.job == Some(id),
        Changed::Comments(_) | Changed::Other(_) => false,
    };
    let Fresh {
        now: job,
        offline,
        reload,
    } = fresh(first, seq, concerns, move || load_job(id));
    let card = Memo::new(move |_| job.read().card.clone());
    let mover = Mover::new(id, Signal::derive(move || card.read().version), reload);
    let promised = move || {
        let due = card.read().clock.due_at?;
        Some(view! { <p class="job-promise">"Promised " <strong><When at=due /></strong></p> })
    };
    let why = Memo::new(move |_| job.read().why.clone());
    let asked = Memo::new(move |_| job.read().answers.clone());
    let files = Memo::new(move |_| job.read().files.clone());
    let toasts = use_toasts();
    let sent = Callback::new(move |()| {
        toasts.done("Sent to the client.");
        reload.run(());
    });
    let role = use_viewer().map(|viewer| viewer.role);
    let may_write =
        role.is_some_and(|role| check_role(role, Action::Job(JobEventKind::Production)).is_ok());
    let may_ask = Memo::new(move |_| ask::is_offered(&job.read(), role));
    let question = move || may_ask.get().then(|| ask::ask(id, sent));
    let content = view! {
        <OfflineBar offline />
        <section class="card job-head" aria-label="Where it stands">
            {facts::facts(job)}
            <div class="job-clock">
                {promised}
                <ClockBar clock=Signal::derive(move || card.read().clock) />
                <WhyList sla steps=why />
            </div>
        </section>
        {mover.notice()}
        {moves::section(job, mover, role, question)}
        <div class="columns">
            <div class="stack">
                <section class="section" aria-labelledby="brief">
                    <h2 id="brief">"Brief"</h2>
                    {move || brief(&job.read().brief)}
                    {move || asked.with(|asked| answers(asked))}
                </section>
                {deliverable_section(job)}
                {history::section(job, mover)}
                <Comments about=Subject::Job(id) />
            </div>
            <div class="stack">
                <section class="section" aria-labelledby="job-files">
                    <h2 id="job-files">"Files"</h2>
                    {move || files.read().is_empty().then(|| view! { <p class="muted">"No files yet."</p> })}
                    <FileList files />
                </section>
                {may_write.then(|| view! {
                    <details class="fold">
                        <summary>{Icon::Comment.small()} "Write to the client, or send files"</summary>
                        <MessageForm id label="Message to the client" button="Send to the client" sent />
                    </details>
                })}
            </div>
        </div>
    };
    (title, content.into_any())
}

/// The versions of its deliverable, where there are any.
fn deliverable_section(job: RwSignal<JobPage>) -> AnyView {
    let all = Memo::new(move |_| job.read().deliverable.clone());
    let section = move || {
        all.get().map(|all| {
            let versions = all.versions.iter().map(deliverable::version);
            view! {
                <section class="section" aria-labelledby="deliverable">
                    <h2 id="deliverable">"Deliverable"</h2>
                    <ul class="package versions">{versions.collect_view()}</ul>
                </section>
            }
        })
    };
    section.into_any()
}

fn brief(text: &str) -> AnyView {
    if text.is_empty() {
        view! { <p class="muted">"The client wrote nothing beyond the title."</p> }.into_any()
    } else {
        view! { <p class="brief">{text.to_owned()}</p> }.into_any()
    }
}
