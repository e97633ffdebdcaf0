//! "Past work": what is over, with its files.

use crate::{
    api::portal::PAST_PAGE,
    ui::{Ago, Badge, Icon, Tone},
};
use domain::{
    board::AttachedFile,
    job::{PortalCard, PortalState},
};
use leptos::prelude::*;

/// The files of one request that are named in its row.
const NAMED: usize = 3;

/// A page of past requests, the latest first.
pub fn section(
    jobs: Vec<(PortalCard, Vec<AttachedFile>)>,
    total: i64,
    page: i64,
) -> Option<AnyView> {
    (total > 0).then(|| {
        let rows = jobs
            .into_iter()
            .map(|(job, files)| row(job, files))
            .collect_view();
        view! {
            <section class="section" aria-labelledby="past-work">
                <h2 id="past-work">"Past work" <span class="count">{total}</span></h2>
                <ul class="past-rows">{rows}</ul>
                {pager(total, page)}
            </section>
        }
        .into_any()
    })
}

fn row(job: PortalCard, files: Vec<AttachedFile>) -> AnyView {
    let tone = if job.state == PortalState::Done {
        Tone::Good
    } else {
        Tone::Neutral
    };
    let more = files.len().saturating_sub(NAMED);
    let links = files.into_iter().rev().take(NAMED).map(|file| {
        let name = file.name.clone();
        view! {
            <a class="past-file" href=format!("/files/{}", file.id) download=name rel="external">
                {Icon::Download.small()} <span class="truncate">{file.name}</span>
            </a>
        }
    });
    view! {
        <li class="past-row">
            <a class="progress-title" href=format!("/portal/jobs/{}", job.id)>{job.title}</a>
            <span class="muted small">{job.workflow} " · sent " <Ago at=job.submitted_at /></span>
            <Badge label=job.state.words() tone />
            <div class="past-files">{links.collect_view()} {(more > 0).then(|| view! { <span class="muted small">{format!("and {more} more")}</span> })}</div>
        </li>
    }
    .into_any()
}

fn pager(total: i64, page: i64) -> Option<AnyView> {
    (total > PAST_PAGE).then(|| {
        let newer = (page > 0).then(|| {
            view! { <a class="button" href=format!("/portal?past={}", page - 1) rel="prev">{Icon::ArrowLeft.small()} "Newer work"</a> }
        });
        let older = ((page + 1) * PAST_PAGE < total).then(|| {
            view! { <a class="button" href=format!("/portal?past={}", page + 1) rel="next">"Older work" {Icon::ArrowRight.small()}</a> }
        });
        view! { <nav class="row" aria-label="Pages of past work">{newer} {older}</nav> }.into_any()
    })
}
