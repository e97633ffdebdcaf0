//! The comments on a handoff, a job or an engagement: read, written, changed and deleted, live on every open page.

mod caret;
mod entry;
mod mention_area;
mod write;

use crate::{
    api::{comments::load_comments, error::ApiError},
    json::load,
    live::{Fresh, fresh},
    ui::{ErrorNotice, Skeleton},
};
use domain::{
    board::{Changed, LiveChange},
    comment::{Comment, Subject, Thread},
};
use leptos::prelude::*;

/// The section.
#[component]
pub fn Comments(
    /// What is talked about.
    about: Subject,
) -> impl IntoView {
    let loaded = load(move || about, load_comments);
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(thread) => following(about, thread),
                Err(error) => failed(&error, Callback::new(move |()| loaded.refetch())),
            }
        })
    };
    view! {
        <section class="section" aria-labelledby="comments">
            <h2 id="comments">"Comments"</h2>
            <p class="muted small">"For the agency alone: clients never see them."</p>
            <Suspense fallback=|| view! { <Skeleton lines=3 /> }>{shown}</Suspense>
        </section>
    }
    .into_any()
}

fn failed(error: &ApiError, retry: Callback<()>) -> AnyView {
    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
}

fn following(about: Subject, first: Thread) -> AnyView {
    let (seq, me) = (first.seq, first.me);
    let concerns = move |change: &LiveChange| change.what == Changed::Comments(about);
    let Fresh { now, reload, .. } = fresh(first, seq, concerns, move || load_comments(about));
    let entries = Memo::new(move |_| now.read().comments.clone());
    let key = |comment: &Comment| (comment.id, comment.version);
    view! {
        <ol class="comments">
            <For each=move || entries.get() key=key children=move |comment| entry::entry(comment, me, reload) />
        </ol>
        {write::form(about, reload)}
    }
    .into_any()
}
