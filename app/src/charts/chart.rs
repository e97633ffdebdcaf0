//! The frame of a chart: its name, what it says, and the table behind it.

use crate::ui::{DataTable, Icon};
use leptos::prelude::*;

/// A chart with its takeaway in words and its numbers as a table, which opens in place of nothing else.
#[component]
pub fn Chart(
    /// What it shows, a few words.
    title: &'static str,
    /// What it says, a sentence.
    takeaway: String,
    /// The table's headings; see [`DataTable`].
    heads: &'static [&'static str],
    /// The table's cells.
    rows: Vec<Vec<String>>,
    children: Children,
) -> impl IntoView {
    let cells = |row: Vec<String>| {
        let cell = |(index, text): (usize, String)| {
            let number = heads.get(index).is_some_and(|head| head.starts_with('#'));
            view! { <td class:num=number>{text}</td> }
        };
        view! { <tr>{row.into_iter().enumerate().map(cell).collect_view()}</tr> }
    };
    view! {
        <section class="chart" aria-label=title>
            <header>
                <h2>{title}</h2>
                <details class="chart-table">
                    <summary title="Show as table">
                        {Icon::Table.small()}
                        <span class="visually-hidden">{format!("{title}: show as table")}</span>
                    </summary>
                    <div class="chart-sheet">
                        <DataTable caption=title heads>{rows.into_iter().map(cells).collect_view()}</DataTable>
                    </div>
                </details>
            </header>
            <p class="takeaway">{takeaway}</p>
            {children()}
        </section>
    }
    .into_any()
}
