//! The list itself.

use super::arrivals::Arrivals;
use crate::{
    pages::job::state::StateBadge,
    ui::{Avatar, ClockBar, DataTable, When},
};
use domain::job::{JobCard, JobList};
use leptos::prelude::*;

/// The rows, one a job; only those are drawn anew that have changed.
pub fn table(jobs: RwSignal<JobList>, arrivals: Arrivals) -> AnyView {
    let cards = move || jobs.read().cards.clone();
    view! {
        <div class="jobs">
            <DataTable caption="Jobs" heads=&["Job", "Client", "Producer", "State", "Due"]>
                <For each=cards key=|card| (card.id, card.version, card.asked) children=move |card| row(card, arrivals) />
            </DataTable>
        </div>
    }
    .into_any()
}

fn row(card: JobCard, arrivals: Arrivals) -> AnyView {
    let id = card.id;
    let producer = card.producer.map(|producer| {
        view! { <span class="person"><Avatar name=producer.name.clone() beside_name=true /> {producer.name}</span> }
    });
    let due = card
        .clock
        .due_at
        .filter(|_| card.clock.met_at.is_none() && !card.clock.void);
    view! {
        <tr class:arrived=move || arrivals.has(id)>
            <td>
                <div class="job-what">
                    <a href=format!("/jobs/{id}")>{card.title}</a>
                    <span class="muted small">{card.workflow.name}</span>
                </div>
            </td>
            <td class="job-client">{card.client.name}</td>
            <td>{producer}</td>
            <td><StateBadge state=card.state asked=card.asked /></td>
            <td class="job-due">
                {due.map(|due| view! { <span class="num small"><When at=due /></span> })}
                <ClockBar clock=card.clock />
            </td>
        </tr>
    }
    .into_any()
}
