//! The engagements: what runs for whom, who carries it, and signing a new one.

pub mod follow_ups;
mod query;
mod sign;
pub mod stage;
pub mod table;

use self::query::{EngagementsQuery, Which};
use crate::{
    address::toggle,
    api::engagements::load_engagements,
    boot::use_viewer,
    frame::{Filters, Page, UnknownFilters},
    json::load,
    ui::{ChipLink, Choice, ChoiceMenu, EmptyState, ErrorNotice, Icon, Skeleton},
};
use domain::{
    engagement::{EngagementRow, Named},
    ids::ClientId,
    policy::{Action, check_role},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page "Engagements".
#[component]
pub fn Engagements() -> impl IntoView {
    let loaded = load(|| (), |()| load_engagements());
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(rows) => list(rows),
                Err(error) => {
                    let retry = Callback::new(move |()| loaded.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    let may = |action| use_viewer().is_some_and(|viewer| check_role(viewer.role, action).is_ok());
    let (may_sign, may_follow_up) = (may(Action::SignEngagement), may(Action::FollowUp));
    view! {
        <Page title="Engagements">
            {may_sign.then(sign::sign)}
            {may_follow_up.then(follow_ups::follow_ups)}
            <Suspense fallback=|| view! { <Skeleton lines=8 /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

fn list(rows: Vec<EngagementRow>) -> AnyView {
    let params = use_query_map();
    let query = Memo::new(move |_| EngagementsQuery::read(&params.read()));
    let clients = clients(&rows);
    let known = vec![
        (
            "show",
            Which::ALL.map(|(.., name)| name.to_owned()).to_vec(),
        ),
        (
            "client",
            clients.iter().map(|one| one.value.clone()).collect(),
        ),
    ];
    let rows = StoredValue::new(rows);
    let chips = Which::ALL.into_iter().map(move |(which, words, _)| {
        let there = Memo::new(move |_| query.read().showing(which));
        let count = move || {
            let there = there.read();
            rows.with_value(|rows| rows.iter().filter(|row| there.has(row)).count())
        };
        let label = Signal::derive(move || format!("{words} {}", count()));
        let on = Signal::derive(move || query.read().which == which);
        let href = Signal::derive(move || there.read().address());
        view! { <ChipLink label on href /> }
    });
    let table = move || {
        let query = query.read();
        let wanted = rows.with_value(|rows| {
            let wanted = rows.iter().filter(|row| query.has(row));
            wanted.cloned().collect::<Vec<_>>()
        });
        match wanted.is_empty() {
            false => table::table(wanted),
            true if rows.with_value(Vec::is_empty) => view! {
                <EmptyState icon=Icon::Engagements title="No engagement yet"
                    note="An engagement begins when Sales signs a SOW. Its first handoff opens with it." />
            }
            .into_any(),
            true => view! {
                <EmptyState icon=Icon::Filter title="No engagement here" note="None of the engagements passes this filter.">
                    <a class="button" href="/engagements?show=all">"Show all"</a>
                </EmptyState>
            }
            .into_any(),
        }
    };
    view! {
        <Filters label="Filter the engagements">
            {chips.collect_view()}
            {of_client(query, clients)}
        </Filters>
        <UnknownFilters known />
        {table}
    }
    .into_any()
}

/// A chip that opens the list of clients to choose from.
fn of_client(query: Memo<EngagementsQuery>, choices: Vec<Choice>) -> AnyView {
    let chosen = Signal::derive(move || {
        let query = query.read();
        query.clients.iter().map(ToString::to_string).collect()
    });
    let href = move |value: String| {
        let mut query = query.get();
        if let Ok(client) = value.parse() {
            toggle(&mut query.clients, client);
        }
        query.address()
    };
    view! { <ChoiceMenu id="filter-client" label="Client" choices chosen href /> }.into_any()
}

/// The clients that there are engagements with, each once, by name.
fn clients(rows: &[EngagementRow]) -> Vec<Choice> {
    let mut clients: Vec<_> = rows.iter().map(|row| row.client.clone()).collect();
    clients.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    clients.dedup();
    let choice = |Named { id, name }: Named<ClientId>| Choice {
        value: id.to_string(),
        label: name,
    };
    clients.into_iter().map(choice).collect()
}
