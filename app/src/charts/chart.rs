//! The frame of a chart: its name, what it says, and the table behind it.

use crate::ui::{DataTable, Icon};
use leptos::{html, prelude::*, web_sys::HtmlDetailsElement};

/// The cells of a table, row by row.
type Cells = Vec<Vec<String>>;

/// A chart with its takeaway in words and its numbers as a table, which opens in place of nothing else.
#[component]
pub fn Chart(
    /// What it shows, a few words.
    title: &'static str,
    /// What it says, a sentence.
    #[prop(into)]
    takeaway: Signal<String>,
    /// The table's headings; see [`DataTable`].
    heads: &'static [&'static str],
    /// The table's cells. They are read again only while the table is open.
    #[prop(into)]
    rows: Signal<Cells>,
    children: Children,
) -> impl IntoView {
    let (details, open) = (NodeRef::<html::Details>::new(), RwSignal::new(false));
    let look = move |details: Option<HtmlDetailsElement>| {
        open.set(details.is_some_and(|details| details.open()));
    };
    Effect::new(move |_| look(details.get())); // it may have been opened before the page was live
    let seen = Memo::new(move |before: Option<&Cells>| match before {
        Some(before) if !open.get() => before.clone(),
        _ => rows.get(),
    });
    let body = move || {
        let rows = seen.read();
        rows.iter().map(|row| cells(heads, row)).collect_view()
    };
    view! {
        <section class="chart" aria-label=title>
            <header>
                <h2>{title}</h2>
                <details class="chart-table" node_ref=details on:toggle=move |_| look(details.get_untracked())>
                    // Before it opens: `toggle` comes after.
                    <summary title="Show as table" on:click=move |_| open.set(true)>
                        {Icon::Table.small()}
                        <span class="visually-hidden">{format!("{title}: show as table")}</span>
                    </summary>
                    <div class="chart-sheet">
                        <DataTable caption=title heads>{body}</DataTable>
                    </div>
                </details>
            </header>
            <p class="takeaway">{takeaway}</p>
            {children()}
        </section>
    }
    .into_any()
}

fn cells(heads: &[&str], row: &[String]) -> AnyView {
    let cell = |(index, text): (usize, &String)| {
        let number = heads.get(index).is_some_and(|head| head.starts_with('#'));
        view! { <td class:num=number>{text.clone()}</td> }
    };
    view! { <tr>{row.iter().enumerate().map(cell).collect_view()}</tr> }.into_any()
}
