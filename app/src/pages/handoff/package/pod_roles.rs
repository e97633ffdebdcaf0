//! The roles that Generative is asked for.

use super::{
    form::{Answer, Saving, form},
    lines::{Column, Kind, Lines, cells, editor},
    staffing::days,
};
use crate::{
    api::packages::{SavePodRoles, save_pod_roles},
    pages::handoff::Shown,
    ui::DataTable,
};
use domain::package::{PackagePage, PodRole, PodRoleFields};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn read(shown: Shown) -> AnyView {
    let page = shown.part(|page| page.package.clone());
    let said = move || {
        let page = page.get()?;
        (!page.package.roles.is_empty()).then(|| table(&page))
    };
    said.into_any()
}

fn table(page: &PackagePage) -> AnyView {
    let rows = page.package.roles.iter().map(|row| {
        view! {
            <tr>
                <td>{row.title.to_string()}</td>
                <td class="num">{row.hours.to_string()}</td>
                <td class="line-days">{days(row.from, row.to)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! { <DataTable caption="Pod roles" heads=&["Title", "#Hours a week", "Days"]>{rows}</DataTable> }.into_any()
}

pub(super) fn edit(saving: Saving, page: &PackagePage) -> AnyView {
    let columns = vec![
        Column::new("title", "Title", Kind::Text),
        Column::new("hours", "Hours a week", Kind::Number),
        Column::new("from", "From", Kind::Day),
        Column::new("to", "To", Kind::Day),
    ];
    let began = page.package.roles.iter().map(|row: &PodRole| {
        let PodRoleFields {
            title,
            hours,
            from,
            to,
        } = row.into();
        vec![title, hours, from, to]
    });
    let lines = Lines::new("role", columns, began.collect());
    let fields = view! {
        <p class="muted small">"Generative answers each line with a person, or with a day before which nobody is free. A line left empty is dropped."</p>
        {editor(lines, saving.wrong(), |_| ().into_any())}
    };
    let id = saving.shown.id;
    let answer = move |version| -> Answer {
        let lines = lines.values().into_iter().map(fields_of).collect();
        Box::pin(save_pod_roles(id, version, lines))
    };
    form(saving, SavePodRoles::url(), fields.into_any(), answer)
}

fn fields_of(line: Vec<String>) -> PodRoleFields {
    let [title, hours, from, to] = cells(line);
    PodRoleFields {
        title,
        hours,
        from,
        to,
    }
}
