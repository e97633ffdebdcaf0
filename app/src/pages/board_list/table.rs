//! The rows, with a box each to choose them by.

use super::{
    Listed, ROWS,
    order::{Group, arrange, first_rows},
};
use crate::{
    pages::{
        board::{
            list_look::{GroupBy, ListLook, SortBy},
            query::BoardQuery,
        },
        handoff::moving::title,
    },
    ui::{Avatar, Button, ChipLink, ClockBar, ItemSegments, LeftMark, now::use_now},
};
use domain::{board::HandoffCard, ids::HandoffId};
use leptos::prelude::*;

/// The columns that the list is sorted by, with their headings.
const COLUMNS: &[(SortBy, &str)] = &[
    (SortBy::Title, "Handoff"),
    (SortBy::Client, "Client"),
    (SortBy::Kind, "Kind"),
    (SortBy::Stage, "Stage"),
    (SortBy::Producer, "Producer"),
    (SortBy::Holder, "With"),
    (SortBy::Items, "Items"),
    (SortBy::Due, "Due"),
];

/// By what rows are gathered, as chips.
pub(super) fn grouping(query: Memo<BoardQuery>) -> AnyView {
    let chips = [
        (GroupBy::Nothing, "Not grouped"),
        (GroupBy::Kind, "By kind"),
        (GroupBy::Client, "By client"),
        (GroupBy::Producer, "By producer"),
        (GroupBy::Stage, "By stage"),
    ]
    .map(|(group, label)| {
        let on = Signal::derive(move || look(&query.read()).group == group);
        let href =
            Signal::derive(move || with_look(&query.read(), |look| ListLook { group, ..look }));
        view! { <ChipLink label on href /> }
    });
    view! { <div class="filters" role="group" aria-label="Group the list">{chips.into_iter().collect_view()}</div> }
        .into_any()
}

fn look(query: &BoardQuery) -> ListLook {
    query.list.unwrap_or_default()
}

/// The address with the list laid out otherwise.
fn with_look(query: &BoardQuery, change: impl FnOnce(ListLook) -> ListLook) -> String {
    let changed = change(look(query));
    query.with(|query| query.list = Some(changed)).address()
}

pub(super) fn table(listed: Listed) -> AnyView {
    let groups = Memo::new(move |_| {
        let groups = arrange(listed.cards.get(), look(&listed.query.read()));
        first_rows(groups, listed.drawn.get())
    });
    let heads = COLUMNS
        .iter()
        .map(|(sort, label)| head(listed, *sort, label))
        .collect_view();
    let bodies = move || {
        let groups = groups.read();
        let bodies = groups.iter().map(|group| body(group, listed));
        bodies.collect_view()
    };
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label="Open handoffs">
            <table class="table handoff-list">
                <caption class="visually-hidden">"Open handoffs"</caption>
                <thead><tr><th scope="col">{all_box(listed)}</th> {heads}</tr></thead>
                {bodies}
            </table>
        </div>
        {more(listed)}
    }
    .into_any()
}

/// Draws more rows, where there are more.
fn more(listed: Listed) -> AnyView {
    let left = move || listed.cards.read().len().saturating_sub(listed.drawn.get());
    let more = move |_| listed.drawn.update(|drawn| *drawn += ROWS);
    view! {
        <Show when=move || { left() > 0 }>
            <div class="row"><Button on_click=more>{move || format!("Show more, {} left", left())}</Button></div>
        </Show>
    }
    .into_any()
}

/// A heading that sorts; a link, so that it works without scripts and with the keyboard.
fn head(listed: Listed, sort: SortBy, label: &'static str) -> AnyView {
    let now = move || look(&listed.query.read());
    let href = move || with_look(&listed.query.read(), |look| look.by(sort));
    let sorted = move || match now() {
        look if look.sort != sort => None,
        look if look.down => Some("descending"),
        _ => Some("ascending"),
    };
    let arrow = move || match sorted() {
        Some("descending") => " ↓",
        Some(_) => " ↑",
        None => "",
    };
    view! {
        <th scope="col" aria-sort=sorted><a href=href data-noscroll="">{label}<span aria-hidden="true">{arrow}</span></a></th>
    }
    .into_any()
}

/// Chooses all that is shown, or nothing.
fn all_box(listed: Listed) -> AnyView {
    let all = move || {
        let cards = listed.cards.read();
        let chosen = listed.chosen.read();
        !cards.is_empty() && cards.iter().all(|card| chosen.contains(&card.id))
    };
    let switch = move |_| {
        let none = untrack(all);
        let ids = listed
            .cards
            .read_untracked()
            .iter()
            .map(|card| card.id)
            .collect();
        listed.chosen.set(if none { Vec::new() } else { ids });
    };
    view! { <input type="checkbox" aria-label="Choose all" prop:checked=all on:change=switch /> }
        .into_any()
}

fn body(group: &Group, listed: Listed) -> AnyView {
    let name = (!group.name.is_empty()).then(|| {
        view! {
            <tr class="group-head">
                <th scope="rowgroup" colspan="9">{group.name.clone()} " " <span class="count">{group.cards.len()}</span></th>
            </tr>
        }
    });
    let rows = group
        .cards
        .iter()
        .map(|card| row(card, listed))
        .collect_view();
    view! { <tbody>{name} {rows}</tbody> }.into_any()
}

fn row(card: &HandoffCard, listed: Listed) -> AnyView {
    let id = card.id;
    let chosen = move || listed.chosen.read().contains(&id);
    let (done, required) = card.items_done();
    let states: Vec<_> = card.items.iter().map(|(_, state)| *state).collect();
    let producer = card.producer_name.clone();
    let left = card
        .holder
        .filter(|_| card.is_left_behind(use_now().get_untracked()));
    let left = left.map(|person| view! { <LeftMark person /> });
    view! {
        <tr class:chosen=chosen>
            <td>{choose(id, card, listed)}</td>
            <td>
                <a href=format!("/handoffs/{id}")>{card.title.clone()}</a>
                <span class="handoff-list-client muted small">{card.client_name.clone()}</span>
            </td>
            <td>{card.client_name.clone()}</td>
            <td>{card.kind.to_string()}</td>
            <td>{title(card.stage)}</td>
            <td>{producer.map_or_else(nobody, person)}</td>
            <td>{card.holder_name.clone().map_or_else(nobody, person)} {left}</td>
            <td><span class="row tight"><ItemSegments items=states /> <span class="num small">{done} "/" {required}</span></span></td>
            <td><ClockBar clock=card.running() /></td>
        </tr>
    }
    .into_any()
}

fn choose(id: HandoffId, card: &HandoffCard, listed: Listed) -> AnyView {
    let label = format!("Choose {}, {}", card.client_name, card.title);
    let checked = move || listed.chosen.read().contains(&id);
    let switch = move |_| {
        listed
            .chosen
            .update(|chosen| crate::address::toggle(chosen, id));
    };
    view! { <input type="checkbox" aria-label=label prop:checked=checked on:change=switch /> }
        .into_any()
}

fn person(name: String) -> AnyView {
    view! { <span class="person"><Avatar name=name.clone() beside_name=true /> {name}</span> }
        .into_any()
}

fn nobody() -> AnyView {
    view! { <span class="muted">"Nobody yet"</span> }.into_any()
}
