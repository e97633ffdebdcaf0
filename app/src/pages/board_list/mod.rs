//! The board's cards as a list: sorted, gathered, and moved several at a time.

mod bulk;
mod order;
mod table;

use super::board::{
    filters::{BoardFilters, board_actions},
    query::BoardQuery,
};
use crate::{
    api::board::{FirstBoard, load_listed_board},
    boot::use_viewer,
    frame::Page,
    json::load,
    live::{Fresh, fresh},
    ui::{EmptyState, ErrorNotice, Icon, OfflineBar, Skeleton, now::use_now},
};
use bulk::{Bulk, bulk};
use domain::{
    board::{Changed, HandoffCard, LiveChange},
    ids::HandoffId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page "Handoffs".
#[component]
pub fn BoardList() -> impl IntoView {
    let params = use_query_map();
    let query = Memo::new(move |_| BoardQuery::read_list(&params.read()));
    let loaded = load(|| (), |()| load_listed_board());
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(board) => list(board, query),
                Err(error) => {
                    let retry = Callback::new(move |()| loaded.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    view! {
        <Page title="Handoffs" actions=move || board_actions(query)>
            <Suspense fallback=|| view! { <Skeleton lines=8 /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

/// What the parts of the list work with.
#[derive(Clone, Copy)]
struct Listed {
    /// The open cards that pass the filter, in no order.
    cards: Memo<Vec<HandoffCard>>,
    /// What the address asks for.
    query: Memo<BoardQuery>,
    /// The cards that are chosen.
    chosen: RwSignal<Vec<HandoffId>>,
    /// How many rows are drawn at most.
    drawn: RwSignal<usize>,
    /// Asks again.
    reload: Callback<()>,
}

/// So many rows are drawn at first, and so many more at a time.
const ROWS: usize = 100;

impl Listed {
    /// The chosen cards that are shown; tracked.
    fn chosen_cards(self) -> Vec<HandoffCard> {
        let chosen = self.chosen.read();
        let cards = self.cards.read();
        let picked = cards.iter().filter(|card| chosen.contains(&card.id));
        picked.cloned().collect()
    }
}

fn list(first: FirstBoard, query: Memo<BoardQuery>) -> AnyView {
    if use_viewer().is_none() {
        return ().into_any();
    }
    let FirstBoard {
        board,
        me,
        clients,
        producers,
        ..
    } = first;
    let seq = board.seq;
    let concerns = |change: &LiveChange| matches!(change.what, Changed::Handoff(_));
    let again = || async { load_listed_board().await.map(|first| first.board) };
    let Fresh {
        now: board,
        offline,
        reload,
    } = fresh(board, seq, concerns, again);
    let now = use_now();
    let cards = Memo::new(move |_| {
        let filter = &query.read().filter;
        let now = if filter.at_risk {
            now.get()
        } else {
            now.get_untracked()
        };
        let board = board.read();
        let cards = board.cards.iter();
        cards
            .filter(|card| filter.passes(card, me, now))
            .cloned()
            .collect()
    });
    let listed = Listed {
        cards,
        query,
        chosen: RwSignal::new(Vec::new()),
        drawn: RwSignal::new(ROWS),
        reload,
    };
    let none = move || {
        cards.read().is_empty().then(|| {
            view! {
                <EmptyState icon=Icon::Filter title="No open handoff is shown" note="Nothing is open, or what is open does not match the filter.">
                    <a class="button" href="/board/list">"Show all handoffs"</a>
                </EmptyState>
            }
        })
    };
    let doing = Bulk::new();
    view! {
        <div class="page-lead">
            <OfflineBar offline />
            <BoardFilters query clients producers holds=me.is_some() />
            {table::grouping(query)}
        </div>
        {bulk(listed, doing)}
        {table::table(listed)}
        {none}
    }
    .into_any()
}
