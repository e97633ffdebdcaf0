//! One stage of one lane. Of a long column only what is visible is drawn.

use super::{
    card::Card,
    store::BoardStore,
    window::{self, View},
};
use crate::{
    api::board::load_accepted,
    pages::handoff::moving::{Verdict, title},
    ui::{Button, Look, focus::focus},
};
use domain::{
    board::{ColumnLimit, limit::check_room},
    handoff::{HandoffKind, Stage},
    ids::HandoffId,
};
use leptos::{
    ev, html, leptos_dom::helpers::window_event_listener, prelude::*, task::spawn_local,
    wasm_bindgen::JsCast, web_sys::HtmlElement,
};

/// A column of a lane.
#[component]
pub fn Column(
    /// The board that it is on.
    board: BoardStore,
    /// The lane.
    kind: HandoffKind,
    /// The stage.
    stage: Stage,
) -> impl IntoView {
    let ids = Memo::new(move |_| board.cell(kind, stage));
    let count = Memo::new(move |_| board.count(kind, stage, ids.read().len()));
    let (scroller, list) = (NodeRef::<html::Div>::new(), NodeRef::<html::Ul>::new());
    let view = RwSignal::new(None::<View>);
    let measure = move || {
        if let (Some(scroller), Some(list)) = (scroller.get_untracked(), list.get_untracked()) {
            let seen = measured(&scroller, &list);
            if view.get_untracked() != seen {
                view.set(seen);
            }
        }
    };
    let drawn = Memo::new(move |_| window::drawn(view.get(), ids.read().len()));
    let cards = move || {
        let range = drawn.get();
        let first = range.start;
        let ids = ids.read();
        let part = ids.get(range).unwrap_or_default();
        part.iter()
            .enumerate()
            .map(|(place, id)| (*id, first + place))
            .collect::<Vec<_>>()
    };
    keep_measured(ids, view, list, drawn, measure);
    seek(board, ids, scroller, view, measure);
    let verdict = Memo::new(move |_| verdict_here(board, kind, stage));
    let hint = move || {
        verdict
            .get()
            .and_then(|verdict| hint(board, kind, stage, &verdict))
    };
    let is_over = move || {
        board
            .hand
            .get()
            .carried()
            .is_some_and(|carry| carry.over == Some(stage))
            && verdict.read().is_some()
    };
    let name = move || format!("{kind}, {}: {}", title(stage), count.get());
    view! {
        <section class="column" data-kind=kind.number().to_string() data-stage=stage.name() aria-label=name
            class:over=is_over
            class:refuses=move || verdict.read().as_ref().is_some_and(Verdict::refuses)
            class:takes=move || verdict.read().as_ref().is_some_and(|verdict| matches!(verdict, Verdict::Goes(_)))>
            <header class="column-head">
                <h3>{title(stage)}</h3>
                {move || fill(board.limit(kind, stage), count.get())}
            </header>
            <p class="column-hint" aria-hidden="true">{hint}</p>
            <div class="column-scroll" node_ref=scroller on:scroll=move |_| measure()>
                <ul class="cards" node_ref=list role="list">
                    <For each=cards key=|(id, _)| *id children=move |(id, _)| view! { <Card board id /> } />
                </ul>
                {(stage == Stage::Accepted).then(|| view! { <ShowAccepted board kind count /> })}
            </div>
        </section>
    }
    .into_any()
}

/// What the column says while a card of its lane is carried: what it asks, or that it is full.
fn hint(board: BoardStore, kind: HandoffKind, stage: Stage, verdict: &Verdict) -> Option<String> {
    let full = || {
        let (limit, there) = board.limit(kind, stage)?;
        check_room(Some(&limit), there, None).err()
    };
    let goes = matches!(verdict, Verdict::Goes(_));
    let asks = goes
        .then(full)
        .flatten()
        .map(|_| "Full: asks for a reason".to_owned());
    verdict.hint().or(asks)
}

/// How many cards are shown, and of how many the column takes at most.
fn fill(limit: Option<(ColumnLimit, u32)>, shown: usize) -> AnyView {
    let Some((limit, there)) = limit else {
        return view! { <span class="count">{shown}</span> }.into_any();
    };
    let (class, word) = if limit.is_exceeded(there) {
        ("over", " over")
    } else if limit.hard && limit.is_reached(there) {
        ("reached", " full")
    } else {
        ("free", "")
    };
    let filtered =
        (shown != there as usize).then(|| view! { <span class="count">{shown} " shown"</span> });
    view! {
        <span class=format!("count limit {class}") title=format!("{there} of at most {}", limit.most)>
            {there} "/" {limit.most} {word}
        </span>
        {filtered}
    }
    .into_any()
}

/// What this column says to the card that is carried; nothing while none of its lane is.
fn verdict_here(board: BoardStore, kind: HandoffKind, stage: Stage) -> Option<Verdict> {
    let carry = board.hand.get().carried()?;
    let entry = board
        .peek(carry.id)
        .filter(|entry| entry.card.kind == kind)?;
    Some(if entry.card.stage == stage {
        Verdict::Stays
    } else {
        board.verdict(carry.id, stage)
    })
}

fn measured(scroller: &HtmlElement, list: &HtmlElement) -> Option<View> {
    let first = list.first_element_child()?.dyn_into::<HtmlElement>().ok()?;
    Some(View {
        top: f64::from(scroller.scroll_top()),
        height: f64::from(scroller.client_height()),
        pitch: f64::from(first.offset_height()),
    })
}

/// Measures when cards come or the window changes, and keeps the room of the cards that are not drawn.
fn keep_measured(
    ids: Memo<Vec<HandoffId>>,
    view: RwSignal<Option<View>>,
    list: NodeRef<html::Ul>,
    drawn: Memo<std::ops::Range<usize>>,
    measure: impl Fn() + Copy + 'static,
) {
    Effect::new(move |_| {
        ids.track();
        request_animation_frame(measure);
    });
    Effect::new(move |_| {
        let (Some(list), Some(View { pitch, .. })) = (list.get(), view.get()) else {
            return;
        };
        let (range, count) = (drawn.get(), ids.read().len());
        let style = HtmlElement::style(&list);
        let room = |cards: usize| format!("{}px", cards as f64 * pitch);
        // Refused only for properties that there are not.
        let _ = style.set_property("padding-top", &room(range.start));
        let _ = style.set_property("padding-bottom", &room(count - range.end.min(count)));
    });
    Effect::new(move |_| {
        let resized = window_event_listener(ev::resize, move |_| measure());
        on_cleanup(move || resized.remove());
    });
}

/// Scrolls to the card that is looked for, and focuses it.
fn seek(
    board: BoardStore,
    ids: Memo<Vec<HandoffId>>,
    scroller: NodeRef<html::Div>,
    view: RwSignal<Option<View>>,
    measure: impl Fn() + Copy + 'static,
) {
    Effect::new(move |_| {
        let Some(id) = board.seek.get() else { return };
        let Some(index) = ids.read().iter().position(|known| *known == id) else {
            return;
        };
        if let (Some(scroller), Some(view)) = (scroller.get_untracked(), view.get_untracked()) {
            scroller.set_scroll_top(window::reveal(view, index) as i32);
            measure();
        }
        request_animation_frame(move || {
            if focus(&format!("card-{id}")) && board.seek.get_untracked() == Some(id) {
                board.seek.set(None);
            }
        });
    });
}

/// Accepted cards are loaded when they are asked for.
#[component]
fn ShowAccepted(board: BoardStore, kind: HandoffKind, count: Memo<usize>) -> impl IntoView {
    let (busy, loaded) = (RwSignal::new(false), RwSignal::new(0_i64));
    let load = move |_| {
        busy.set(true);
        spawn_local(async move {
            let filter = board.query.get_untracked().filter;
            match load_accepted(kind, filter, loaded.get_untracked()).await {
                Ok(cards) => {
                    loaded.update(|loaded| *loaded += cards.len() as i64);
                    board.add(cards);
                }
                Err(error) => board.toasts.fail(error.to_string()),
            }
            busy.set(false);
        });
    };
    // Another filter begins at its own first card.
    let filter = Memo::new(move |_| board.query.read().filter.clone());
    Effect::new(move |before: Option<()>| {
        filter.track();
        if before.is_some() {
            loaded.set(0);
        }
    });
    let more = move || loaded.get() < count.get() as i64;
    let label = move || {
        if loaded.get() == 0 {
            "Show accepted"
        } else {
            "Show more"
        }
    };
    view! {
        <Show when=more>
            <div class="column-more"><Button look=Look::Quiet busy on_click=load>{label}</Button></div>
        </Show>
    }
    .into_any()
}
