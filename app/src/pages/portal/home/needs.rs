//! "What needs you": a card for each request that waits for the client.

use crate::ui::{Icon, When};
use domain::job::{Need, PortalCard};
use leptos::prelude::*;

/// The cards, the longest waiting first.
pub fn section(needs: Vec<(PortalCard, String)>) -> AnyView {
    let count = needs.len();
    let cards = needs
        .into_iter()
        .map(|(job, asked)| card(job, asked))
        .collect_view();
    view! {
        <section class="section" aria-labelledby="needs-you">
            <h2 id="needs-you">"What needs you" {(count > 0).then(|| view! { <span class="count">{count}</span> })}</h2>
            {if count == 0 {
                view! { <p class="all-clear">{Icon::Met.large()} "Nothing. Everything you asked for is with us."</p> }.into_any()
            } else {
                view! { <ul class="needs">{cards}</ul> }.into_any()
            }}
        </section>
    }
    .into_any()
}

fn card(job: PortalCard, asked: String) -> AnyView {
    let (icon, kicker, button) = match job.need {
        Some(Need::Review) => (Icon::Box, "Delivered: please have a look", "Review"),
        _ => (Icon::Comment, "We have a question", "Answer"),
    };
    let href = format!("/portal/jobs/{}", job.id);
    let name = format!("{button}: {}", job.title);
    let asked =
        (!asked.is_empty()).then(|| view! { <blockquote class="question">{asked}</blockquote> });
    let note = match job.need {
        Some(Need::Review) => view! { "Sent by you " <When at=job.submitted_at /> }.into_any(),
        _ => view! { "The time that we promised waits until you answer." }.into_any(),
    };
    view! {
        <li class="card need">
            <p class="need-kicker">{icon.small()} {kicker}</p>
            <h3>{job.title}</h3>
            {asked}
            <p class="muted small">{job.workflow} " · " {note}</p>
            <a class="button primary" href=href aria-label=name>{button} {Icon::ArrowRight.small()}</a>
        </li>
    }
    .into_any()
}
