//! The staffing plan.

use super::{
    form::{Answer, Saving, form},
    lines::{Column, Kind, Lines, cells, editor},
    people::{names, options},
};
use crate::{
    api::packages::{SaveStaffing, save_staffing},
    pages::handoff::Shown,
    ui::{DataTable, when::date},
};
use domain::{
    package::{PackagePage, StaffingFields, StaffingLine},
    time::Day,
};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn read(shown: Shown) -> AnyView {
    let page = shown.part(|page| page.package.clone());
    let said = move || {
        let page = page.get()?;
        (!page.package.staffing.is_empty()).then(|| table(&page))
    };
    said.into_any()
}

/// The plan as a table.
pub fn table(page: &PackagePage) -> AnyView {
    let rows = page.package.staffing.iter().map(|row| {
        view! {
            <tr>
                <td>{row.title.to_string()}</td>
                <td>{names(page, row.person, "Open")}</td>
                <td class="num">{row.hours.to_string()}</td>
                <td class="line-days">{days(row.from, row.to)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! { <DataTable caption="Staffing plan" heads=&["Title", "Person", "#Hours a week", "Days"]>{rows}</DataTable> }
        .into_any()
}

/// "12 Mar 2026 – 30 Jun 2026", or to the end.
pub(super) fn days(from: Day, to: Option<Day>) -> String {
    match to {
        Some(to) => format!("{} – {}", date(from), date(to)),
        None => format!("{} to the end", date(from)),
    }
}

pub(super) fn edit(saving: Saving, page: &PackagePage) -> AnyView {
    let columns = vec![
        Column::new("title", "Title", Kind::Text),
        Column::new(
            "person",
            "Person",
            Kind::Choice(options(page, "Open", None)),
        ),
        Column::new("hours", "Hours a week", Kind::Number),
        Column::new("from", "From", Kind::Day),
        Column::new("to", "To", Kind::Day),
    ];
    let began = page.package.staffing.iter().map(|row: &StaffingLine| {
        let StaffingFields {
            title,
            person,
            hours,
            from,
            to,
        } = row.into();
        vec![title, person, hours, from, to]
    });
    let lines = Lines::new("staffing", columns, began.collect());
    let fields = view! {
        <p class="muted small">"A person may stay open. Without a last day a line lasts to the end of the engagement. A line left empty is dropped."</p>
        {editor(lines, saving.wrong(), |_| ().into_any())}
    };
    let id = saving.shown.id;
    let answer = move |version| -> Answer {
        let lines = lines.values().into_iter().map(fields_of).collect();
        Box::pin(save_staffing(id, version, lines))
    };
    form(saving, SaveStaffing::url(), fields.into_any(), answer)
}

fn fields_of(line: Vec<String>) -> StaffingFields {
    let [title, person, hours, from, to] = cells(line);
    StaffingFields {
        title,
        person,
        hours,
        from,
        to,
    }
}
