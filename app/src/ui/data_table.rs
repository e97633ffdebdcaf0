//! Rows and columns.

use leptos::prelude::*;

/// A table with its caption and headings, which scrolls sideways by itself where it is too wide.
#[component]
pub fn DataTable(
    /// What the rows are, for screen readers: "Jobs of Northwind".
    #[prop(into)]
    caption: String,
    /// The columns' headings. One that begins with `#` stands over numbers, which are set to the right.
    heads: &'static [&'static str],
    /// The `<tr>`s. Cells with numbers have the class `num`.
    children: Children,
) -> impl IntoView {
    let heads = heads.iter().map(|head| match head.strip_prefix('#') {
        Some(head) => view! { <th scope="col" class="num">{head}</th> }.into_any(),
        None => view! { <th scope="col">{*head}</th> }.into_any(),
    });
    view! {
        // A group and no landmark: the section that it stands in is one, often of the same name.
        <div class="table-scroll" role="group" tabindex="0" aria-label=caption>
            <table class="table">
                <caption class="visually-hidden">{caption.clone()}</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
