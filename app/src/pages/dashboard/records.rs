//! The records behind a number, in a sheet beside it. Its state is the URL's, so that it can be sent to somebody and
//! opens without scripts.

use super::PATH;
use crate::{
    boot::use_viewer,
    ui::{DataTable, Icon},
};
use domain::{
    dashboard::{Open, Question, RecordRow, Records},
    metrics::Metric,
    policy::{Action, check_role},
};
use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use leptos_router::{NavigateOptions, hooks::use_navigate};

pub(super) fn sheet(records: &Records, question: &Question) -> AnyView {
    let open = records.open;
    let closed = question.opening(None).at(PATH);
    let title = open.metric.label();
    view! {
        <aside class="records" aria-labelledby="records-title">
            <Focus closed=closed.clone() />
            <header class="dialog-header">
                <h2 id="records-title" tabindex="-1">{title} " " <span class="num">{records.text.clone()}</span></h2>
                <a class="button quiet icon-only" href=closed data-noscroll="" aria-label="Close the records">
                    {Icon::Close.small()}
                </a>
            </header>
            <p class="muted">{open.metric.about()} {by_maker(open.metric)}</p>
            <nav class="tabs" aria-label="Which records">
                {tab(question, Open::of(open.metric), "Counted", records.counted, !open.left_out)}
                {tab(question, Open { left_out: true, ..Open::of(open.metric) }, "Left out", records.left_out, open.left_out)}
            </nav>
            {reasons(records)}
            {table(records)}
            {pager(records, question)}
        </aside>
    }
    .into_any()
}

/// Where first passes are told apart, for those who may see it.
fn by_maker(metric: Metric) -> Option<AnyView> {
    let role = use_viewer()?.role;
    let shown = metric == Metric::QcFirstPass && check_role(role, Action::SeeQuality).is_ok();
    shown.then(|| view! { " " <a href="/quality">"By workflow, maker and reason"</a> }.into_any())
}

/// Takes the focus to the sheet when it opens, and closes it on Escape.
#[component]
fn Focus(closed: String) -> impl IntoView {
    let here = NodeRef::<html::Span>::new();
    let navigate = use_navigate();
    let closed = StoredValue::new(closed);
    Effect::new(move |_| {
        if here.get().is_some() {
            take_focus();
        }
        let navigate = navigate.clone();
        let listener = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                let options = NavigateOptions {
                    scroll: false,
                    ..Default::default()
                };
                navigate(&closed.read_value(), options);
            }
        });
        on_cleanup(move || listener.remove());
    });
    view! { <span node_ref=here hidden></span> }
}

/// Moves the focus to the sheet's heading, unless it is in the sheet already: new figures must not take it away from
/// what is being read.
fn take_focus() {
    let focused = document().active_element();
    let inside = focused.is_some_and(|one| matches!(one.closest(".records"), Ok(Some(_))));
    let heading = document().get_element_by_id("records-title");
    if let (false, Some(heading)) = (inside, heading) {
        let heading: HtmlElement = heading.unchecked_into();
        // Fails only for what is not on the page.
        let _ = heading.focus();
    }
}

fn tab(question: &Question, open: Open, name: &'static str, count: usize, on: bool) -> AnyView {
    let href = question.opening(Some(open)).at(PATH);
    view! {
        <a class="tab" href=href data-noscroll="" aria-current=on.then_some("page")>
            {name} " " <span class="count">{count}</span>
        </a>
    }
    .into_any()
}

fn reasons(records: &Records) -> AnyView {
    let reasons = records.reasons.iter().take(6).map(|(why, count)| {
        view! { <li><span class="count">{*count}</span> " " {why.clone()}</li> }
    });
    view! { <ul class="reasons">{reasons.collect_view()}</ul> }.into_any()
}

fn table(records: &Records) -> AnyView {
    if records.rows.is_empty() {
        return view! { <p class="muted">"No record."</p> }.into_any();
    }
    let rows = records.rows.iter().map(row).collect_view();
    view! { <DataTable caption="The records behind the number" heads=&["Record", "Why"]>{rows}</DataTable> }.into_any()
}

fn row(row: &RecordRow) -> AnyView {
    let title = row.title.clone();
    let title = match row.path.clone() {
        Some(path) => view! { <a href=path>{title}</a> }.into_any(),
        None => view! { <span>{title}</span> }.into_any(),
    };
    let adds = row
        .adds
        .clone()
        .map(|adds| view! { <strong class="num">{adds}</strong> " " });
    view! {
        <tr>
            <td>{title} <span class="muted small record-about">{row.about.clone()}</span></td>
            <td>{adds} {row.why.clone()}</td>
        </tr>
    }
    .into_any()
}

fn pager(records: &Records, question: &Question) -> Option<AnyView> {
    let Records { open, pages, .. } = records;
    let to = |page: u32, name: &'static str| {
        let href = question.opening(Some(Open { page, ..*open })).at(PATH);
        view! { <a class="button" href=href data-noscroll="">{name}</a> }
    };
    (*pages > 1).then(|| {
        view! {
            <nav class="row" aria-label="Pages of records">
                {(open.page > 1).then(|| to(open.page - 1, "Previous"))}
                <span class="muted num">{format!("Page {} of {pages}", open.page)}</span>
                {(open.page < *pages).then(|| to(open.page + 1, "Next"))}
            </nav>
        }
        .into_any()
    })
}
