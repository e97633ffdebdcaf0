//! What departments need from each other, with the number that shows it.

use crate::ui::DataTable;
use domain::{
    dashboard::{Open, Question},
    plan::{Dependency, Direction, PlanSheet},
};
use leptos::prelude::*;

pub(super) fn dependencies(sheet: &PlanSheet) -> AnyView {
    view! {
        <section class="section">
            <h2>"Dependencies between departments"</h2>
            <h3>"What others need from us"</h3>
            {table(sheet, Direction::On, &["Department", "Dependency", "We deliver", "When", "#This quarter"])}
            <h3>"What we need from others"</h3>
            {table(sheet, Direction::From, &["Department", "Dependency", "They deliver", "Success", "#This quarter"])}
        </section>
    }
    .into_any()
}

fn table(sheet: &PlanSheet, direction: Direction, heads: &'static [&'static str]) -> AnyView {
    let all = sheet.plan.dependencies.iter().zip(&sheet.dependencies);
    let rows = all.filter(|(one, _)| one.direction == direction);
    let rows = rows
        .map(|(one, number)| row(one, number.clone()))
        .collect_view();
    let caption = match direction {
        Direction::On => "What others need from us",
        Direction::From => "What we need from others",
    };
    view! { <DataTable caption heads>{rows}</DataTable> }.into_any()
}

fn row(one: &Dependency, number: Option<String>) -> AnyView {
    let number = one.metric.zip(number).map(|(metric, number)| {
        let question = Question::default().opening(Some(Open::of(metric)));
        view! { <a href=question.at("/dashboard") title=metric.label()>{number}</a> }
    });
    view! {
        <tr>
            <td>{one.department.clone()}</td>
            <td>{one.dependency.clone()}</td>
            <td>{one.delivers.clone()}</td>
            <td>{one.measure.clone()}</td>
            <td class="num">{number}</td>
        </tr>
    }
    .into_any()
}
