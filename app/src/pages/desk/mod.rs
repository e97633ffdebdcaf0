//! Passing on a desk: choose who takes each place, look at what everybody gets, write each a note, pass it on. Both
//! steps are plain forms, so that they work without scripts.

mod choose;
mod preview;

use crate::{
    api::desks::load_desk,
    frame::Page,
    pages::one_record::one_record,
    ui::{EmptyState, Icon},
};
use domain::{
    desk::{Desk as Held, Seat},
    ids::PersonId,
};
use leptos::prelude::*;
use leptos_router::{hooks::use_query_map, params::ParamsMap};

/// The page of a person's desk.
#[component]
pub fn Desk() -> impl IntoView {
    let query = use_query_map();
    one_record("Desk", load_desk, move |desk, _| screen(desk, query))
}

/// Who takes what, as the address says it; what it cannot read, it leaves out.
fn choices(query: &ParamsMap) -> Vec<(Seat, PersonId)> {
    let pairs = query.clone().into_iter();
    pairs
        .filter_map(|(seat, person)| Some((seat.parse().ok()?, person.parse().ok()?)))
        .collect()
}

fn screen(desk: Held, query: Memo<ParamsMap>) -> AnyView {
    let title = format!("Pass on the desk of {}", desk.person.name);
    let content = move || step(&desk, choices(&query.read()));
    view! {
        <Page title narrow=true>
            <nav aria-label="Back" class="back"><a href="/team">{Icon::ArrowLeft.small()} "Team"</a></nav>
            {content}
        </Page>
    }
    .into_any()
}

/// Choosing first, then what comes of it.
fn step(desk: &Held, chosen: Vec<(Seat, PersonId)>) -> AnyView {
    if desk.seats.is_empty() {
        return nothing(&desk.person.name);
    }
    if chosen.is_empty() {
        return choose::form(desk, &chosen, None);
    }
    preview::or_choose(desk.clone(), chosen)
}

fn nothing(name: &str) -> AnyView {
    let note = format!("{name} holds no place in an open engagement or a pod.");
    view! {
        <EmptyState icon=Icon::Team title="There is nothing to pass on" note>
            <a class="button" href="/team">"Go to the team"</a>
        </EmptyState>
    }
    .into_any()
}
