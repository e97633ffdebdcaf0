//! Rows and columns that a phone shows below each other.

use leptos::prelude::*;

/// A table whose rows, on a phone, become blocks: each cell with its column's heading before it, none cut off. Roles are
/// written out, so that it stays a table for screen readers however it is laid out.
#[component]
pub fn StackedTable(
    /// What the rows are, for screen readers.
    #[prop(into)]
    caption: String,
    /// The columns' headings. One that begins with `#` stands over numbers, which are set to the right.
    heads: Vec<String>,
    /// The rows' cells, as many as there are headings.
    rows: Vec<Vec<AnyView>>,
    /// Whether each column is about one thing, rather than each row: then the columns become blocks.
    #[prop(optional)]
    by_column: bool,
) -> impl IntoView {
    let heads: Vec<Head> = heads.iter().map(|head| Head::read(head)).collect();
    let rows = rows.into_iter().map(|cells| row(cells, &heads, by_column));
    let rows = rows.collect_view();
    let heads = heads.iter().map(|head| {
        view! { <th scope="col" role="columnheader" class:num=head.of_numbers>{head.words.clone()}</th> }
    });
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=caption>
            <table class="table stacked" class:by-column=by_column role="table">
                <caption class="visually-hidden">{caption.clone()}</caption>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A column's heading.
struct Head {
    words: String,
    of_numbers: bool,
}

impl Head {
    fn read(text: &str) -> Self {
        let words = text.strip_prefix('#');
        Self {
            words: words.unwrap_or(text).to_owned(),
            of_numbers: words.is_some(),
        }
    }
}

fn row(cells: Vec<AnyView>, heads: &[Head], by_column: bool) -> AnyView {
    let cells = cells.into_iter().zip(heads).enumerate();
    let cells = cells.map(|(place, (cell, head))| {
        if place == 0 && !by_column {
            return view! { <th scope="row" role="rowheader">{cell}</th> }.into_any();
        }
        // What a phone writes before the cell; screen readers have the heading itself.
        let label = head.words.clone();
        view! { <td role="cell" class:num=head.of_numbers data-label=label><div>{cell}</div></td> }
            .into_any()
    });
    view! { <tr role="row">{cells.collect_view()}</tr> }.into_any()
}
