//! Which jobs are shown, as chips; all of it stands in the address.

use super::query::{JobsQuery, toggle};
use crate::{
    frame::Filters,
    pages::job::state::words,
    ui::{ChipLink, Choice, ChoiceMenu, Icon},
};
use domain::{
    engagement::Named,
    job::{JobChoices, JobFilter, JobState},
};
use leptos::{ev::Event, leptos_dom::helpers::debounce, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use std::time::Duration;

/// How long typing rests before the address follows.
const RESTS: Duration = Duration::from_millis(200);

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
    let workflows = workflows.map(|(Named { id, name }, client)| Choice {
        value: id.to_string(),
        label: format!("{name} · {client}"),
    });
    let at_risk = Signal::derive(move || {
        query
            .read()
            .with(|filter| filter.at_risk = !filter.at_risk)
            .address()
    });
    let clear = move || {
        query.read().is_filtered().then(|| view! { <a class="chip" href="/jobs" data-noscroll="">{Icon::Close.small()} "Clear"</a> })
    };
    view! {
        <Filters label="Filter the jobs">
            <Search query />
            <ChipLink label="Late or at risk" on=Signal::derive(move || query.read().filter.at_risk) href=at_risk />
            {menu(query, "State", states.collect(), |filter| strings(&filter.states), |filter, it| toggle(&mut filter.states, it))}
            {menu(query, "Client", named(choices.clients), |filter| strings(&filter.clients), |filter, it| toggle(&mut filter.clients, it))}
            {menu(query, "Producer", named(choices.producers), |filter| strings(&filter.producers), |filter, it| toggle(&mut filter.producers, it))}
            {menu(query, "Workflow", workflows.collect(), |filter| strings(&filter.workflows), |filter, it| toggle(&mut filter.workflows, it))}
            {clear}
        </Filters>
    }
    .into_any()
}

fn menu(
    query: Memo<JobsQuery>,
    label: &'static str,
    choices: Vec<Choice>,
    chosen: fn(&JobFilter) -> Vec<String>,
    switch: fn(&mut JobFilter, &str),
) -> AnyView {
    let href = move |value: String| query.read().with(|filter| switch(filter, &value)).address();
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

/// The text filter. Typing changes the address; without scripts, Enter sends it.
#[component]
fn Search(query: Memo<JobsQuery>) -> impl IntoView {
    let navigate = use_navigate();
    let follow = debounce(RESTS, move |text: String| {
        let address = query
            .get_untracked()
            .with(|filter| filter.text = text)
            .address();
        navigate(
            &address,
            NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    });
    let follow = StoredValue::new(follow);
    let typed =
        move |event: Event| follow.update_value(|follow| follow(event_target_value(&event)));
    view! {
        <form class="search" action="/jobs" method="get" role="search">
            {Icon::Search.small()}
            <input class="chip" type="search" name="q" aria-label="Find a job" placeholder="Find a client or title"
                value=query.get_untracked().filter.text prop:value=move || query.read().filter.text.clone() on:input=typed />
        </form>
    }
    .into_any()
}
