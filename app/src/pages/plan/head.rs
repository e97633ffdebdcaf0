//! What stands above the goals: whose plan it is, what it is about, and how its marks are read.

use crate::{
    pages::dashboard::mark,
    ui::{StackedTable, when::date},
};
use domain::plan::{Mark, Plan};
use leptos::prelude::*;

pub(super) fn head(plan: &Plan) -> AnyView {
    let year = plan.fiscal_year();
    let summary = plan.summary.iter().cloned();
    let summary = summary.map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <header class="plan-head">
            <p class="through-line">{plan.through_line.clone()}</p>
            <dl class="facts">
                <dt>"Department"</dt> <dd>{plan.department.clone()}</dd>
                <dt>"Head"</dt> <dd>{plan.head.clone()}</dd>
                <dt>"Reports to"</dt> <dd>{plan.reports_to.clone()}</dd>
                <dt>"Fiscal year"</dt> <dd>{format!("{} – {}", date(year.from), date(year.last()))}</dd>
                <dt>"Last updated"</dt> <dd>{plan.last_updated.clone()}</dd>
                <dt>"Status"</dt> <dd>{plan.status.clone()}</dd>
            </dl>
            <details class="plan-summary more">
                <summary>"Executive summary"</summary>
                <div class="stack tight">{summary}</div>
            </details>
        </header>
    }
    .into_any()
}

pub(super) fn alignment(plan: &Plan) -> AnyView {
    let rows = plan.whygos.iter().map(|whygo| {
        let href = format!("#whygo-{}", whygo.number);
        let name = format!("#{}: {}", whygo.number, whygo.title);
        vec![
            view! { <a href=href>{name}</a> }.into_any(),
            whygo.ladders().into_any(),
            whygo.strength.clone().into_any(),
        ]
    });
    let heads = ["WhyGO", "Ladders to", "Connection"].map(str::to_owned);
    view! {
        <section class="section">
            <h2>"Alignment with the company"</h2>
            <StackedTable caption="Alignment with the company" heads=heads.to_vec() rows=rows.collect() />
        </section>
    }
    .into_any()
}

/// What each mark beside a number means.
pub(super) fn legend() -> AnyView {
    let lines = Mark::ALL.iter().filter_map(|&one| {
        let (tone, _) = mark(one)?;
        let meaning = one.meaning()?;
        Some(view! { <div class=tone.class()><dt class="sign num">{one.name()}</dt> <dd>{meaning}</dd></div> })
    });
    view! {
        <section class="section">
            <h2>"Progress indicators"</h2>
            <dl class="plan-legend">{lines.collect_view()}</dl>
        </section>
    }
    .into_any()
}
