//! Outcomes × quarters.

use super::milestone::Milestones;
use crate::{pages::dashboard::mark, ui::Tone};
use domain::{
    dashboard::{Open, Question, Span},
    metrics::Metric,
    plan::{Mark, Outcome, OutcomeCell, OutcomeRow, PlanSheet, WhyGo},
    time::Quarter,
};
use leptos::prelude::*;

pub(super) fn outcomes(
    whygo: &WhyGo,
    rows: &[OutcomeRow],
    sheet: &PlanSheet,
    milestones: Milestones,
) -> AnyView {
    let quarters = Quarter::all(sheet.plan.year);
    let heads = quarters.into_iter().map(|quarter| {
        let now = quarter == sheet.current;
        view! {
            <th scope="col" role="columnheader" class:now-quarter=now>
                {format!("Q{}", quarter.number)}
                {now.then(|| view! { <span class="visually-hidden">", this quarter"</span> })}
            </th>
        }
    });
    let rows = whygo.outcomes.iter().zip(rows);
    let rows = rows.map(|(outcome, cells)| row(outcome, cells, sheet, milestones));
    let caption = format!("Outcomes of {}", whygo.title);
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=caption.clone()>
            // Roles are written out: on a phone its rows are laid out as blocks.
            <table class="table outcomes" role="table">
                <caption class="visually-hidden">{caption.clone()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"Outcome"</th>
                        {heads.collect_view()}
                        <th scope="col" role="columnheader">"Owner"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(outcome: &Outcome, row: &OutcomeRow, sheet: &PlanSheet, milestones: Milestones) -> AnyView {
    let quarters = Quarter::all(sheet.plan.year);
    let cells = quarters.into_iter().zip(&row.cells);
    let cells =
        cells.map(|(quarter, one)| cell(outcome.metric, quarter, one, quarter == sheet.current));
    let by_hand = (outcome.metric == Metric::Milestone)
        .then(|| milestones.control(&outcome.key, row.done_on));
    view! {
        <tr role="row" id=outcome.key.clone()>
            <th scope="row" role="rowheader">{outcome.name.clone()} {by_hand}</th>
            {cells.collect_view()}
            <td role="cell" class="outcome-owner muted">{outcome.owners.join(" + ")}</td>
        </tr>
    }
    .into_any()
}

fn cell(metric: Metric, quarter: Quarter, cell: &OutcomeCell, now: bool) -> AnyView {
    let judged = cell.mark.and_then(mark);
    let tone = judged.map_or(Tone::Neutral, |(tone, _)| tone);
    let sign = cell.mark.map(Mark::name).filter(|_| judged.is_some());
    let word = judged.map(|(_, word)| word);
    let question = Question {
        span: Span::Quarter(quarter),
        open: Some(Open::of(metric)),
        ..Question::default()
    };
    let actual = cell.actual.clone().map(|actual| {
        let growth = cell.growth.clone().map(|growth| format!(" ({growth})"));
        view! {
            <a class="actual num" href=question.at("/dashboard")>{actual} {growth}</a>
            <span class="sign" title=word><b aria-hidden="true">{sign}</b> " " <span class="visually-hidden">{word}</span></span>
        }
    });
    let target = cell.target.clone().unwrap_or_else(|| "—".into());
    view! {
        <td role="cell" class=format!("outcome {}", tone.class()) class:now-quarter=now data-label=format!("Q{}", quarter.number)>
            <span class="outcome-actual">{actual}</span>
            <span class="outcome-target muted num">{target}</span>
        </td>
    }
    .into_any()
}
