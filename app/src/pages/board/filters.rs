//! What of the board is shown, as chips; all of it stands in the address.

use super::{list_look::ListLook, query::BoardQuery};
use crate::{
    address::toggle,
    frame::{Filters, UnknownFilters, ids},
    pages::views::views_with,
    ui::{ChipLink, Choice, ChoiceMenu, Icon, SearchField},
};
use domain::{
    engagement::Named,
    handoff::HandoffKind,
    ids::{ClientId, PersonId},
};
use leptos::prelude::*;
use std::str::FromStr;

/// The row of chips.
#[component]
pub fn BoardFilters(
    /// What the address asks for.
    query: Memo<BoardQuery>,
    /// The clients that can be chosen.
    clients: Vec<Named<ClientId>>,
    /// The producers that can be chosen.
    producers: Vec<Named<PersonId>>,
    /// Whether the viewer is a person who holds cards.
    holds: bool,
) -> impl IntoView {
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
    let find = move |text: String| {
        query
            .get_untracked()
            .with(|query| query.filter.text = text)
            .address()
    };
    let kinds_known = HandoffKind::ALL.map(|kind| kind.number().to_string());
    let flag = || vec!["1".to_owned()];
    let known = vec![
        ("kind", kinds_known.to_vec()),
        ("client", ids(&clients)),
        ("producer", ids(&producers)),
        ("mine", flag()),
        ("risk", flag()),
    ];
    let action = if query.read_untracked().list.is_some() {
        "/board/list"
    } else {
        "/board"
    };
    let clear =
        move || {
            let folded = query.read().folded.clone();
            query.read().is_filtered().then(|| {
            let list = query.read().list;
            let href = BoardQuery { folded, list, ..BoardQuery::default() }.address();
            view! { <a class="chip" href=href data-noscroll="">{Icon::Close.small()} "Clear"</a> }
        })
        };
    view! {
        <Filters label="Filter the board">
            <SearchField action=action label="Find a handoff" placeholder="Find a client or title"
                text=Signal::derive(move || query.read().filter.text.clone()) href=find />
            {holds.then(|| chip("Mine".into(), |q| q.filter.mine, |q| q.filter.mine = !q.filter.mine))}
            {chip("At risk".into(), |q| q.filter.at_risk, |q| q.filter.at_risk = !q.filter.at_risk)}
            {kinds.collect_view()}
            {choices("client", "Client", clients, query, |query| &mut query.filter.clients)}
            {choices("producer", "Producer", producers, query, |query| &mut query.filter.producers)}
            {clear}
        </Filters>
        <UnknownFilters known />
    }
    .into_any()
}

/// The page's actions: the same cards on the board or as a list, the views, the limits.
pub(crate) fn board_actions(query: Memo<BoardQuery>) -> AnyView {
    let views = move || views_with(query.read().address());
    view! {
        {other_look(query)}
        <a class="button quiet" href=views>"Views"</a>
        <a class="button quiet" href="/board/limits">"Limits"</a>
    }
    .into_any()
}

fn other_look(query: Memo<BoardQuery>) -> AnyView {
    let on_list = query.read_untracked().list.is_some();
    let href = move || {
        let turn = |query: &mut BoardQuery| query.list = (!on_list).then(ListLook::default);
        query.get().with(turn).address()
    };
    let label = if on_list { "Board" } else { "List" };
    view! { <a class="button quiet" href=href>{label}</a> }.into_any()
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
