//! "In progress": a row for each request that the agency works on.

use super::super::steps::Steps;
use crate::ui::{ClockBar, When};
use domain::job::PortalCard;
use leptos::prelude::*;

/// The rows, the next due first.
pub fn section(jobs: Vec<PortalCard>) -> AnyView {
    let none = jobs.is_empty();
    let rows = jobs.into_iter().map(row).collect_view();
    view! {
        <section class="section" aria-labelledby="in-progress">
            <h2 id="in-progress">"In progress"</h2>
            {if none {
                view! {
                    <p class="muted">"Nothing is under way. " <a href="/portal/new">"Send a new request"</a> " when you need something."</p>
                }
                .into_any()
            } else {
                view! { <ul class="progress-rows">{rows}</ul> }.into_any()
            }}
        </section>
    }
    .into_any()
}

fn row(job: PortalCard) -> AnyView {
    let promised = job
        .clock
        .due_at
        .map(|due| view! { <span class="small">"Promised " <When at=due /></span> });
    view! {
        <li class="progress-row">
            <a class="progress-title" href=format!("/portal/jobs/{}", job.id)>{job.title}</a>
            <span class="muted small progress-kind">{job.workflow}</span>
            <div class="progress-steps"><Steps state=job.state reached=job.reached /></div>
            <div class="progress-promise">{promised} <ClockBar clock=job.clock /></div>
        </li>
    }
    .into_any()
}
