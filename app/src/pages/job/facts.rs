//! What the job is, in a few lines.

use super::state::StateBadge;
use crate::ui::When;
use domain::job::JobPage;
use leptos::prelude::*;

/// The state, client, engagement, workflow, producer, sender and handoffs.
pub fn facts(job: RwSignal<JobPage>) -> AnyView {
    let rows = move || {
        let job = job.read();
        let card = &job.card;
        let producer = card
            .producer
            .as_ref()
            .map_or("Nobody yet".to_owned(), |producer| producer.name.clone());
        let backup = card.producer.is_some().then(|| match &job.backup {
            Some(backup) => format!(" (backup {backup})"),
            None => " (no backup)".to_owned(),
        });
        let sender = job
            .submitted_by
            .clone()
            .unwrap_or_else(|| "the client".to_owned());
        let handoffs = job.handoffs.iter().map(|handoff| {
            view! {
                <li><a href=format!("/handoffs/{}", handoff.id)>{handoff.kind.to_string()} " · " {handoff.stage.words()}</a></li>
            }
        });
        let handoffs = (!job.handoffs.is_empty())
            .then(|| view! { <dt>"Handoff"</dt> <dd><ul>{handoffs.collect_view()}</ul></dd> });
        view! {
            <dl class="facts">
                <dt>"State"</dt>
                <dd><StateBadge state=card.state asked=card.asked /></dd>
                <dt>"Client"</dt>
                <dd>{card.client.name.clone()}</dd>
                <dt>"Engagement"</dt>
                <dd><a href=format!("/engagements/{}", card.engagement.id)>{card.engagement.name.clone()}</a></dd>
                <dt>"Workflow"</dt>
                <dd>{card.workflow.name.clone()} " · " {job.sla.to_string()}</dd>
                <dt>"Producer"</dt>
                <dd>{producer} {backup}</dd>
                <dt>"Sent"</dt>
                <dd><When at=card.submitted_at /> " by " {sender}</dd>
                {handoffs}
            </dl>
        }
    };
    view! { {rows} }.into_any()
}
