//! The verdicts behind a number.

use crate::ui::{DataTable, Icon, When};
use domain::quality::{Opened, QualityQuestion, RulingRow, RulingRows};
use leptos::prelude::*;

pub(super) fn records(rows: &RulingRows, question: &QualityQuestion) -> AnyView {
    let lines = rows.rows.iter().map(row).collect_view();
    let none = (rows.total == 0).then(|| view! { <p class="muted">"No verdict."</p> });
    let table = (rows.total > 0).then(|| {
        view! { <DataTable caption="The verdicts behind the number" heads=&["Deliverable", "Verdict", "Made by", "When"]>{lines}</DataTable> }
    });
    view! {
        <section class="section quality-records" aria-labelledby="quality-records">
            <header class="row">
                <h2 id="quality-records">{rows.title.clone()} " " <span class="count">{rows.total}</span></h2>
                <a class="button quiet icon-only" href=question.opening(None).address() data-noscroll="" aria-label="Close the verdicts">
                    {Icon::Close.small()}
                </a>
            </header>
            {none}
            {table}
            {pager(rows, question)}
        </section>
    }
    .into_any()
}

fn row(row: &RulingRow) -> AnyView {
    let verdict = match (row.accepted, row.first) {
        (true, true) => "Passed at once",
        (true, false) => "Accepted",
        (false, _) => "Retake",
    };
    let why = (!row.failed.is_empty())
        .then(|| view! { <span class="muted small">{row.failed.join("; ")}</span> });
    view! {
        <tr>
            <td><a href=format!("/handoffs/{}", row.handoff)>{row.title.clone()}</a> " " <span class="muted small">{row.about.clone()}</span></td>
            <td>{verdict} " " {why}</td>
            <td>{row.maker.clone()}</td>
            <td><When at=row.at /></td>
        </tr>
    }
    .into_any()
}

fn pager(rows: &RulingRows, question: &QualityQuestion) -> Option<AnyView> {
    let to = |page: u32, name: &'static str| {
        let open = question.open.clone().map(|open| Opened { page, ..open });
        view! { <a class="button" href=question.opening(open).address() data-noscroll="">{name}</a> }
    };
    (rows.pages > 1).then(|| {
        view! {
            <nav class="row" aria-label="Pages of verdicts">
                {(rows.page > 1).then(|| to(rows.page - 1, "Previous"))}
                <span class="muted num">{format!("Page {} of {}", rows.page, rows.pages)}</span>
                {(rows.page < rows.pages).then(|| to(rows.page + 1, "Next"))}
            </nav>
        }
        .into_any()
    })
}
