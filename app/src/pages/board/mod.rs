//! The live handoff board: lanes are the four kinds, columns the stages.

mod card;
mod column;
mod compliance;
pub(crate) mod filters;
#[cfg_attr(
    not(feature = "hydrate"),
    allow(dead_code, reason = "only a browser has a hand")
)]
mod hand;
#[cfg(test)]
mod hand_tests;
#[cfg(feature = "hydrate")]
mod input;
mod lane;
pub(crate) mod list_look;
mod model;
#[cfg(test)]
mod model_tests;
mod move_menu;
pub(crate) mod query;
#[cfg(test)]
pub(crate) mod sample;
mod send;
#[cfg_attr(
    not(feature = "hydrate"),
    allow(dead_code, reason = "only a browser says things")
)]
mod spoken;
#[cfg_attr(
    not(feature = "hydrate"),
    allow(dead_code, reason = "only a browser has a hand")
)]
mod store;
mod window;

pub(crate) use window::FIRST;

use crate::{
    api::board::{FirstBoard, count_accepted, load_first_board, load_whole_board},
    boot::use_viewer,
    frame::Page,
    json::load,
    live,
    pages::handoff::moving::{MoveDialog, UndoDialog},
    ui::{EmptyState, ErrorNotice, Icon, OfflineBar, Skeleton},
};
use domain::{board::BoardFilter, handoff::HandoffKind};
use filters::{BoardFilters, board_actions};
use lane::Lane;
use leptos::{html, prelude::*, task::spawn_local};
use leptos_router::hooks::use_query_map;
use move_menu::MoveMenu;
use query::BoardQuery;
use store::BoardStore;

/// The page "Board".
#[component]
pub fn Board() -> impl IntoView {
    let params = use_query_map();
    let query = Memo::new(move |_| BoardQuery::read(&params.read()));
    let filter = query.get_untracked().filter;
    let first = load(|| (), move |()| load_first_board(filter.clone()));
    let shown = move || {
        Suspend::new(async move {
            match first.await {
                Ok(first) => board(first, query),
                Err(error) => {
                    let retry = Callback::new(move |()| first.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    view! {
        <Page title="Board" actions=move || board_actions(query)>
            <Suspense fallback=|| view! { <Skeleton lines=6 cards=true /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

fn board(first: FirstBoard, query: Memo<BoardQuery>) -> AnyView {
    let Some(viewer) = use_viewer() else {
        return ().into_any();
    };
    let store = BoardStore::new(&first, query, viewer);
    let offline = keep_up(store);
    count_again(store);
    let root = NodeRef::<html::Div>::new();
    #[cfg(feature = "hydrate")]
    input::listen(store, root);
    let compliance = compliance::load();
    let kinds = Memo::new(move |_| query.read().filter.kinds.clone());
    let lanes = move || {
        let kinds = kinds.read();
        let wanted = HandoffKind::ALL
            .into_iter()
            .filter(|kind| kinds.is_empty() || kinds.contains(kind));
        wanted
            .map(|kind| view! { <Lane board=store kind compliance /> })
            .collect_view()
    };
    let send = move |asked| store.send_answered(asked);
    view! {
        <div class="page-lead">
            <OfflineBar offline waiting=Signal::derive(move || store.under_way()) />
            <BoardFilters query clients=first.clients producers=first.producers holds=first.me.is_some() />
        </div>
        <p class="visually-hidden" id="board-help">{spoken::HELP}</p>
        <div class="board" node_ref=root>{lanes}</div>
        {move || nothing_found(store)}
        <MoveMenu board=store />
        <MoveDialog asking=store.asking pods=store.pods send />
        <UndoDialog undoing=store.undoing />
    }
    .into_any()
}

/// Says so where the filter leaves nothing.
fn nothing_found(store: BoardStore) -> Option<AnyView> {
    let query = store.query.get();
    let any = store.has_open_cards();
    (!any).then(|| {
        if query.is_filtered() {
            view! {
                <EmptyState icon=Icon::Filter title="No handoff matches this filter"
                    note="Open handoffs are hidden by what you filter for.">
                    <a class="button" href="/board">"Show all handoffs"</a>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <EmptyState icon=Icon::Board title="No handoff is open"
                    note="A handoff appears here when an engagement is signed, a pod is requested, a deliverable is made or an engagement closes.">
                    <a class="button" href="/engagements">"Go to the engagements"</a>
                </EmptyState>
            }
            .into_any()
        }
    })
}

/// Counts the accepted cards anew when the filter changes, or one more is accepted under it.
fn count_again(store: BoardStore) {
    let filter = Memo::new(move |_| store.query.read().filter.clone());
    let accepted = Memo::new(move |_| HandoffKind::ALL.map(|kind| store.all_accepted(kind)));
    Effect::new(move |before: Option<()>| {
        accepted.track();
        let filter = filter.get();
        if before.is_none() || filter == BoardFilter::default() {
            return;
        }
        spawn_local(async move {
            match count_accepted(filter.clone()).await {
                // The board may be left by then.
                Ok(counts) => drop(store.passing.try_set((filter, counts))),
                Err(error) => store.toasts.fail(error.to_string()),
            }
        });
    });
}

/// Loads what the first page left out, and from then on hears every change. Answers whether the line is down.
fn keep_up(store: BoardStore) -> Signal<bool> {
    let load = move |in_place_of_all: bool| {
        spawn_local(async move {
            match load_whole_board().await {
                Ok(board) => store.load_whole(&board, in_place_of_all),
                Err(error) => store.toasts.fail(error.to_string()),
            }
        });
    };
    let offline = live::follow(store.seq(), move |heard| {
        if store.hear(heard) {
            load(true);
        }
    });
    Effect::new(move |_| {
        if !store.whole.get_untracked() {
            load(false);
        }
    });
    Effect::new(move |was: Option<bool>| {
        let offline = offline.get();
        if was == Some(true) && !offline {
            send::send_again(store);
        }
        offline
    });
    offline
}
