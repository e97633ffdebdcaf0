//! The milestones, and the timeline drawn from them.

use super::{
    form::{Answer, Saving, form},
    lines::{Column, Kind, Lines, Row, cells, editor},
    people::{names, options},
    timeline::{Mark, drawn, timeline},
};
use crate::{
    api::packages::{SaveMilestones, save_milestones},
    pages::handoff::Shown,
    ui::when::date,
};
use domain::{
    package::{Milestone, MilestoneFields, PackagePage},
    time::Day,
};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn read(shown: Shown) -> AnyView {
    let page = shown.part(|page| page.package.clone());
    let said = move || {
        let page = page.get()?;
        (!page.package.milestones.is_empty()).then(|| list(&page))
    };
    said.into_any()
}

/// The timeline, with its milestones named below.
pub fn list(page: &PackagePage) -> AnyView {
    let rows = page.package.milestones.iter().enumerate();
    let rows = rows.map(|(at, row)| {
        view! {
            <li>
                <span class="mark-number" aria-hidden="true">{at + 1}</span>
                <span>{row.name.to_string()}</span>
                <time class="num" datetime=row.day.to_string()>{date(row.day)}</time>
                <span class="muted">{names(page, row.owner, "Nobody yet")}</span>
            </li>
        }
    });
    view! {
        {drawn(page)}
        <ol class="milestones">{rows.collect_view()}</ol>
    }
    .into_any()
}

pub(super) fn edit(saving: Saving, page: &PackagePage) -> AnyView {
    let columns = vec![
        Column::new("name", "Milestone", Kind::Text),
        Column::new("day", "Day", Kind::Day),
        Column::new(
            "owner",
            "Owner",
            Kind::Choice(options(page, "Nobody yet", None)),
        ),
    ];
    let began = page.package.milestones.iter().map(|row: &Milestone| {
        let MilestoneFields { name, day, owner } = row.into();
        vec![name, day, owner]
    });
    let lines = Lines::new("milestone", columns, began.collect());
    let marks = Memo::new(move |_| marks(lines));
    let drag = Callback::new(move |(key, day): (usize, Day)| drop_on(lines, key, day));
    let number = move |key: usize| {
        let place = move || {
            marks
                .read()
                .iter()
                .position(|mark| mark.key == key)
                .map(|at| at + 1)
        };
        view! { <span class="mark-number" aria-hidden="true">{place}</span> }.into_any()
    };
    let fields = view! {
        {timeline(page.terms, page.today, marks.into(), Some(drag))}
        <p class="muted small">"Drag a milestone along the line, move it with the arrow keys, or type its day. A line left empty is dropped."</p>
        {editor(lines, saving.wrong(), number)}
    };
    let id = saving.shown.id;
    let answer = move |version| -> Answer {
        let lines = lines.values().into_iter().map(fields_of).collect();
        Box::pin(save_milestones(id, version, lines))
    };
    form(saving, SaveMilestones::url(), fields.into_any(), answer)
}

fn fields_of(line: Vec<String>) -> MilestoneFields {
    let [name, day, owner] = cells(line);
    MilestoneFields { name, day, owner }
}

/// The lines that have a day, in the order of their days.
fn marks(lines: Lines) -> Vec<Mark> {
    let rows = lines.rows.read();
    let mark = |row: &Row| {
        let [name, day, _] = row.cells.as_slice() else {
            return None;
        };
        let day = day.get().parse().ok()?;
        Some(Mark {
            key: row.key,
            name: name.get(),
            day,
        })
    };
    let mut marks: Vec<Mark> = rows.iter().filter_map(mark).collect();
    marks.sort_by_key(|mark| mark.day);
    marks
}

fn drop_on(lines: Lines, key: usize, day: Day) {
    let rows = lines.rows.read_untracked();
    let row = rows.iter().find(|row| row.key == key);
    if let Some(cell) = row.and_then(|row| row.cells.get(1)) {
        cell.set(day.to_string());
    }
}
