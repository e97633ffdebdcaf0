//! What of the board is shown, as chips; all of it stands in the address.

use super::{
    query::{BoardQuery, toggle},
    store::BoardStore,
};
use crate::{
    api::board::FirstBoard,
    frame::Filters,
    ui::{ChipLink, Choice, ChoiceMenu, Icon},
};
use domain::{engagement::Named, handoff::HandoffKind};
use leptos::{ev::Event, html, leptos_dom::helpers::debounce, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use std::{str::FromStr, time::Duration};

/// How long typing rests before the address follows.
const RESTS: Duration = Duration::from_millis(200);

/// The row of chips.
#[component]
pub fn BoardFilters(
    /// The board that it is on.
    board: BoardStore,
    /// Knows which clients and producers there are.
    first: FirstBoard,
) -> impl IntoView {
    let query = board.query;
    let chip = move |label: String, on: fn(&BoardQuery) -> bool, change: fn(&mut BoardQuery)| {
        let href = Signal::derive(move || query.get().with(change).address());
        view! { <ChipLink label on=Signal::derive(move || on(&query.read())) href /> }
    };
    let kinds = HandoffKind::ALL.into_iter().map(move |kind| {
        let on = Signal::derive(move || query.read().filter.kinds.contains(&kind));
        let href = Signal::derive(move || {
            query
                .get()
                .with(|query| toggle(&mut query.filter.kinds, kind))
                .address()
        });
        view! { <ChipLink label=kind.to_string() on href /> }
    });
    let clear =
        move || {
            let folded = query.read().folded.clone();
            query.read().is_filtered().then(|| {
            let href = BoardQuery { folded, ..BoardQuery::default() }.address();
            view! { <a class="chip" href=href data-noscroll="">{Icon::Close.small()} "Clear"</a> }
        })
        };
    view! {
        <Filters label="Filter the board">
            <Search query />
            {first.me.is_some().then(|| chip("Mine".into(), |q| q.filter.mine, |q| q.filter.mine = !q.filter.mine))}
            {chip("At risk".into(), |q| q.filter.at_risk, |q| q.filter.at_risk = !q.filter.at_risk)}
            {kinds.collect_view()}
            {choices("client", "Client", first.clients, query, |query| &mut query.filter.clients)}
            {choices("producer", "Producer", first.producers, query, |query| &mut query.filter.producers)}
            {clear}
        </Filters>
    }
    .into_any()
}

/// A chip that opens a list of people or companies to choose from.
fn choices<Id: Copy + PartialEq + ToString + FromStr + 'static>(
    name: &'static str,
    label: &'static str,
    all: Vec<Named<Id>>,
    query: Memo<BoardQuery>,
    list: fn(&mut BoardQuery) -> &mut Vec<Id>,
) -> AnyView {
    let choices = all.into_iter().map(|Named { id, name }| Choice {
        value: id.to_string(),
        label: name,
    });
    let chosen = Memo::new(move |_| {
        let mut query = query.get();
        list(&mut query)
            .iter()
            .map(Id::to_string)
            .collect::<Vec<_>>()
    });
    let href = move |value: String| {
        let switch = |query: &mut BoardQuery| {
            if let Ok(id) = value.parse() {
                toggle(list(query), id);
            }
        };
        query.get().with(switch).address()
    };
    let choices = choices.collect::<Vec<_>>();
    view! { <ChoiceMenu id=format!("filter-{name}") label choices chosen href /> }.into_any()
}

/// The text filter. Typing changes the address; without scripts, Enter sends it.
#[component]
fn Search(query: Memo<BoardQuery>) -> impl IntoView {
    let navigate = use_navigate();
    let follow = debounce(RESTS, move |text: String| {
        let address = query
            .get_untracked()
            .with(|query| query.filter.text = text)
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
    let follow = StoredValue::new_local(follow);
    let typed =
        move |event: Event| follow.update_value(|follow| follow(event_target_value(&event)));
    let input = NodeRef::<html::Input>::new();
    // The address changes from elsewhere too ("Clear"); while somebody types, it follows and does not lead.
    Effect::new(move |_| {
        let text = query.read().filter.text.clone();
        let Some(input) = input.get() else { return };
        let focused = document()
            .active_element()
            .is_some_and(|active| active.is_same_node(Some(&input)));
        if !focused && input.value() != text {
            input.set_value(&text);
        }
    });
    view! {
        <form class="search" action="/board" method="get" role="search">
            {Icon::Search.small()}
            <input class="chip" type="search" name="q" aria-label="Find a handoff" placeholder="Find a client or title"
                node_ref=input value=query.get_untracked().filter.text on:input=typed />
        </form>
    }
    .into_any()
}
