//! What is to be delivered, format by format.

use super::{
    form::{Answer, Saving, form},
    lines::{Column, Kind, Lines, cells, editor},
};
use crate::{
    api::packages::{SaveSpecs, save_specs},
    pages::handoff::Shown,
    ui::DataTable,
};
use domain::package::{DeliverableSpec, PackagePage, SpecFields};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn read(shown: Shown) -> AnyView {
    let page = shown.part(|page| page.package.clone());
    let said = move || {
        let page = page.get()?;
        (!page.package.specs.is_empty()).then(|| table(&page))
    };
    said.into_any()
}

fn table(page: &PackagePage) -> AnyView {
    let rows = page.package.specs.iter().map(|row| {
        view! {
            <tr>
                <td>{row.format.to_string()}</td>
                <td>{row.size.to_string()}</td>
                <td class="num">{row.count}</td>
                <td>{row.duration.to_string()}</td>
                <td>{row.notes.to_string()}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! { <DataTable caption="Deliverable specs" heads=&["Format", "Size", "#Count", "Duration", "Notes"]>{rows}</DataTable> }
        .into_any()
}

pub(super) fn edit(saving: Saving, page: &PackagePage) -> AnyView {
    let columns = vec![
        Column::new("format", "Format", Kind::Text),
        Column::new("size", "Size", Kind::Text),
        Column::new("count", "Count", Kind::Number),
        Column::new("duration", "Duration", Kind::Text),
        Column::new("notes", "Notes", Kind::Text),
    ];
    let began = page.package.specs.iter().map(|row: &DeliverableSpec| {
        let SpecFields {
            format,
            size,
            count,
            duration,
            notes,
        } = row.into();
        vec![format, size, count, duration, notes]
    });
    let lines = Lines::new("spec", columns, began.collect());
    let fields = view! {
        <p class="muted small">"Such as MP4, 1920 × 1080, 4, 30 s. A line left empty is dropped."</p>
        {editor(lines, saving.wrong(), |_| ().into_any())}
    };
    let id = saving.shown.id;
    let answer = move |version| -> Answer {
        let lines = lines.values().into_iter().map(fields_of).collect();
        Box::pin(save_specs(id, version, lines))
    };
    form(saving, SaveSpecs::url(), fields.into_any(), answer)
}

fn fields_of(line: Vec<String>) -> SpecFields {
    let [format, size, count, duration, notes] = cells(line);
    SpecFields {
        format,
        size,
        count,
        duration,
        notes,
    }
}
