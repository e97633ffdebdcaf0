//! What departments need from each other, with the number that shows it.

use crate::ui::StackedTable;
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
            {table(sheet, Direction::On, ["Department", "Dependency", "We deliver", "When", "#This quarter"])}
            <h3>"What we need from others"</h3>
            {table(sheet, Direction::From, ["Department", "Dependency", "They deliver", "Success", "#This quarter"])}
        </section>
    }
    .into_any()
}

fn table(sheet: &PlanSheet, direction: Direction, heads: [&str; 5]) -> AnyView {
    let all = sheet.plan.dependencies.iter().zip(&sheet.dependencies);
    let rows = all.filter(|(one, _)| one.direction == direction);
    let rows = rows.map(|(one, number)| cells(one, number.clone()));
    let caption = match direction {
        Direction::On => "What others need from us",
        Direction::From => "What we need from others",
    };
    let heads = heads.map(str::to_owned);
    view! { <StackedTable caption heads=heads.to_vec() rows=rows.collect() /> }.into_any()
}

fn cells(one: &Dependency, number: Option<String>) -> Vec<AnyView> {
    let number = one.metric.zip(number).map(|(metric, number)| {
        let question = Question::default().opening(Some(Open::of(metric)));
        view! { <a href=question.at("/dashboard") title=metric.label()>{number}</a> }
    });
    // A dash where no number shows it: on a phone the heading stands before nothing otherwise.
    let number = match number {
        Some(number) => number.into_any(),
        None => "—".into_any(),
    };
    vec![
        one.department.clone().into_any(),
        one.dependency.clone().into_any(),
        one.delivers.clone().into_any(),
        one.measure.clone().into_any(),
        number,
    ]
}
