//! The way to the handoffs before and after this one.

use super::Shown;
use crate::ui::Icon;
use domain::board::Neighbour;
use leptos::prelude::*;

pub(super) fn neighbours(shown: Shown) -> AnyView {
    let around = shown.part(|page| (page.previous.clone(), page.next.clone()));
    let engagement = shown.part(|page| {
        (
            page.card.engagement,
            page.card.engagement_name.clone(),
            page.card.job,
        )
    });
    let links = move || {
        let (previous, next) = around.get();
        let (id, name, job) = engagement.get();
        view! {
            {previous.map(|to| link(&to, "Before: ", Icon::ArrowLeft))}
            <a class="chip" href=format!("/engagements/{id}") title=name>{Icon::Engagements.small()} "The engagement"</a>
            {job.map(|job| view! { <a class="chip" href=format!("/jobs/{job}")>{Icon::Jobs.small()} "The job"</a> })}
            {next.map(|to| link(&to, "After: ", Icon::ArrowRight))}
        }
    };
    view! { <nav class="row" aria-label="The engagement's handoffs">{links}</nav> }.into_any()
}

fn link(to: &Neighbour, where_to: &'static str, icon: Icon) -> AnyView {
    let words = format!("{}, {}", to.kind, to.stage.words());
    view! {
        <a class="chip" href=format!("/handoffs/{}", to.id) title=to.title.clone()>
            {icon.small()} <span class="visually-hidden">{where_to}</span> {words}
        </a>
    }
    .into_any()
}
