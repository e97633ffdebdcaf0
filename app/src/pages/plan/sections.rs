//! What the plan adds to a goal: under headings of its own, and in notes.

use crate::ui::StackedTable;
use domain::plan::{Block, Section, WhyGo};
use leptos::prelude::*;

pub(super) fn additions(whygo: &WhyGo) -> AnyView {
    let sections = whygo.sections.iter().map(section).collect_view();
    let notes = whygo.notes.iter().cloned();
    let notes = notes.map(|note| view! { <li>{note}</li> }).collect_view();
    let notes = (!whygo.notes.is_empty())
        .then(|| view! { <ul class="plan-notes muted small">{notes}</ul> });
    view! { {sections} {notes} }.into_any()
}

fn section(section: &Section) -> AnyView {
    let blocks = section.blocks.iter().map(|one| block(one, &section.title));
    view! {
        <section class="plan-section">
            <h3>{section.title.clone()}</h3>
            {blocks.collect_view()}
        </section>
    }
    .into_any()
}

fn block(block: &Block, title: &str) -> AnyView {
    match block {
        Block::Words(words) => view! { <p>{words.clone()}</p> }.into_any(),
        Block::List(points) => {
            let points = points.iter().cloned();
            let points = points.map(|point| view! { <li>{point}</li> });
            view! { <ul class="plan-list">{points.collect_view()}</ul> }.into_any()
        }
        Block::Table {
            heads,
            rows,
            by_column,
        } => {
            let cells =
                |row: &Vec<String>| row.iter().map(|cell| cell.clone().into_any()).collect();
            let rows = rows.iter().map(cells).collect();
            let caption = title.to_owned();
            view! { <StackedTable caption heads=heads.clone() rows by_column=*by_column /> }
                .into_any()
        }
    }
}
