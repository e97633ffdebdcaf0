//! First passes and retakes by workflow, by maker and by reason: bars, each number opening its verdicts.

use crate::charts::{BarTrack, Chart};
use domain::{
    metrics::Metric,
    quality::{By, Counted, Opened, QcGroup, QualityQuestion, QualitySheet},
};
use leptos::prelude::*;

/// How many groups are drawn; the table has them all.
const DRAWN: usize = 12;

pub(super) fn workflows(sheet: &QualitySheet, question: &QualityQuestion) -> AnyView {
    let groups = &sheet.workflows;
    let takeaway = QualitySheet::most(groups);
    let (drawn, rows) = (bars(groups, By::Workflow, question), table(groups));
    view! {
        <Chart title="By workflow" takeaway heads=&["Workflow", "#First pass", "#First verdicts", "#Retakes"]
            rows>
            {drawn}
        </Chart>
    }
    .into_any()
}

pub(super) fn makers(sheet: &QualitySheet, question: &QualityQuestion) -> AnyView {
    let groups = &sheet.makers;
    let takeaway = QualitySheet::most(groups);
    let (drawn, rows) = (bars(groups, By::Maker, question), table(groups));
    view! {
        <Chart title="By maker" takeaway heads=&["Maker", "#First pass", "#First verdicts", "#Retakes"]
            rows>
            {drawn}
        </Chart>
    }
    .into_any()
}

pub(super) fn reasons(sheet: &QualitySheet, question: &QualityQuestion) -> AnyView {
    let groups = &sheet.reasons;
    let takeaway = QualitySheet::most(groups);
    let drawn = bars(groups, By::Reason, question);
    let row = |group: &QcGroup| vec![group.name.clone(), group.count.retakes.to_string()];
    let rows: Vec<_> = groups.iter().map(row).collect();
    view! {
        <Chart title="By reason" takeaway heads=&["Line of the checklist", "#Retakes"] rows>
            {drawn}
        </Chart>
    }
    .into_any()
}

fn table(groups: &[QcGroup]) -> Vec<Vec<String>> {
    let row = |group: &QcGroup| {
        vec![
            named(group),
            group.count.first_pass().shown(Metric::QcFirstPass),
            group.count.firsts.to_string(),
            group.count.retakes.to_string(),
        ]
    };
    groups.iter().map(row).collect()
}

fn named(group: &QcGroup) -> String {
    match group.about.as_str() {
        "" => group.name.clone(),
        about => format!("{} · {about}", group.name),
    }
}

fn bars(groups: &[QcGroup], by: By, question: &QualityQuestion) -> AnyView {
    let most = groups.iter().map(|group| group.count.retakes).max();
    let most = most.unwrap_or_default().max(1) as f64;
    let rows = groups.iter().take(DRAWN);
    let rows = rows
        .map(|group| bar(group, by, most, question))
        .collect_view();
    let more = groups.len().saturating_sub(DRAWN);
    let more = (more > 0)
        .then(|| view! { <p class="muted small">{format!("{more} more in the table.")}</p> });
    view! {
        <div class="quality-heads small muted" aria-hidden="true">
            <span></span>
            {(by != By::Reason).then(|| view! { <span>"First pass"</span> })}
            <span>"Retakes"</span>
        </div>
        <ul class="quality-bars">{rows}</ul>
        {more}
    }
    .into_any()
}

fn bar(group: &QcGroup, by: By, most: f64, question: &QualityQuestion) -> AnyView {
    let open = |counted| {
        let open = Opened {
            by,
            of: group.key.clone(),
            counted,
            page: 1,
        };
        question.opening(Some(open)).address()
    };
    let count = group.count;
    let first = (by != By::Reason).then(|| {
        let text = count.first_pass().shown(Metric::QcFirstPass);
        let label = format!("{text}, {} of {} passed at once: {}", count.passed, count.firsts, named(group));
        view! { <a class="num" href=open(Counted::FirstPass) data-noscroll="" aria-label=label>{text}</a> }
    });
    let label = format!("{} retakes: {}", count.retakes, named(group));
    view! {
        <li class="quality-bar" class:by-reason=by == By::Reason>
            <span class="truncate" title=named(group)>
                {group.name.clone()} " " <span class="muted small">{group.about.clone()}</span>
            </span>
            {first}
            <a class="num" href=open(Counted::Retakes) data-noscroll="" aria-label=label>{count.retakes}</a>
            <BarTrack value=count.retakes as f64 most limit_at=None />
        </li>
    }
    .into_any()
}
