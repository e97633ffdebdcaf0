//! Which jobs are shown, as chips; all of it stands in the address.

use super::query::{JobsQuery, switch};
use crate::{
    frame::{Filters, UnknownFilters, ids},
    pages::job::state::words,
    ui::{ChipLink, Choice, ChoiceMenu, Icon, SearchField},
};
use domain::{
    engagement::Named,
    job::{JobChoices, JobFilter, JobState},
};
use leptos::prelude::*;

/// The row of chips.
#[component]
pub fn JobFilters(
    /// What the address asks for.
    query: Memo<JobsQuery>,
    /// What there is to choose from.
    choices: JobChoices,
) -> impl IntoView {
    let states = JobState::ALL.iter().map(|state| Choice {
        value: state.to_string(),
        label: words(*state),
    });
    let workflows = choices.workflows.into_iter();
    let workflows: Vec<Choice> = workflows
        .map(|(Named { id, name }, client)| Choice {
            value: id.to_string(),
            label: format!("{name} · {client}"),
        })
        .collect();
    let known = vec![
        ("state", strings(JobState::ALL)),
        ("client", ids(&choices.clients)),
        ("producer", ids(&choices.producers)),
        (
            "workflow",
            workflows.iter().map(|one| one.value.clone()).collect(),
        ),
        ("risk", vec!["1".to_owned()]),
    ];
    let at_risk = Signal::derive(move || {
        query
            .read()
            .with(|filter| filter.at_risk = !filter.at_risk)
            .address()
    });
    let find = move |text: String| {
        query
            .get_untracked()
            .with(|filter| filter.text = text)
            .address()
    };
    let clear = move || {
        query.read().is_filtered().then(|| view! { <a class="chip" href="/jobs" data-noscroll="">{Icon::Close.small()} "Clear"</a> })
    };
    view! {
        <Filters label="Filter the jobs">
            <SearchField action="/jobs" label="Find a job" placeholder="Find a client or title"
                text=Signal::derive(move || query.read().filter.text.clone()) href=find />
            <ChipLink label="Late or at risk" on=Signal::derive(move || query.read().filter.at_risk) href=at_risk />
            {menu(query, "State", states.collect(), |filter| strings(&filter.states), |filter, it| switch(&mut filter.states, it))}
            {menu(query, "Client", named(choices.clients), |filter| strings(&filter.clients), |filter, it| switch(&mut filter.clients, it))}
            {menu(query, "Producer", named(choices.producers), |filter| strings(&filter.producers), |filter, it| switch(&mut filter.producers, it))}
            {menu(query, "Workflow", workflows, |filter| strings(&filter.workflows), |filter, it| switch(&mut filter.workflows, it))}
            {clear}
        </Filters>
        <UnknownFilters known />
    }
    .into_any()
}

fn menu(
    query: Memo<JobsQuery>,
    label: &'static str,
    choices: Vec<Choice>,
    chosen: fn(&JobFilter) -> Vec<String>,
    change: fn(&mut JobFilter, &str),
) -> AnyView {
    let href = move |value: String| query.read().with(|filter| change(filter, &value)).address();
    let id = format!("filter-{}", label.to_lowercase());
    view! { <ChoiceMenu id label choices chosen=Signal::derive(move || chosen(&query.read().filter)) href /> }.into_any()
}

fn named<Id: ToString>(all: Vec<Named<Id>>) -> Vec<Choice> {
    all.into_iter()
        .map(|Named { id, name }| Choice {
            value: id.to_string(),
            label: name,
        })
        .collect()
}

fn strings<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(T::to_string).collect()
}
