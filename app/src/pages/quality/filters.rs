//! Which days, which client and which workflow, as chips; all of it stands in the address.

use crate::{
    frame::{Filters, UnknownFilters},
    ui::{Choice, ChoiceMenu, Icon},
};
use domain::{
    dashboard::Span,
    quality::{QualityQuestion, QualitySheet},
    time::Quarter,
};
use leptos::prelude::*;

pub(super) fn filters(sheet: &QualitySheet, question: &QualityQuestion) -> AnyView {
    let clients = sheet.clients.iter().map(|client| Choice {
        value: client.id.to_string(),
        label: client.name.clone(),
    });
    let workflows = sheet.choices.iter().map(|(workflow, client)| Choice {
        value: workflow.id.to_string(),
        label: format!("{} · {client}", workflow.name),
    });
    let (clients, workflows): (Vec<_>, Vec<_>) = (clients.collect(), workflows.collect());
    let values = |choices: &[Choice]| choices.iter().map(|one| one.value.clone()).collect();
    let known = vec![
        ("client", values(&clients)),
        ("workflow", values(&workflows)),
    ];
    let (client, workflow) = (question.client, question.workflow);
    let chosen = |id: Option<String>| id.into_iter().collect::<Vec<_>>();
    let filtered = client.is_some() || workflow.is_some();
    let clear = filtered.then(|| {
        let all = QualityQuestion {
            span: question.span,
            ..QualityQuestion::default()
        };
        view! { <a class="chip" href=all.address() data-noscroll="">{Icon::Close.small()} "Clear"</a> }
    });
    let by_client = closed(question);
    let clients = menu(
        "Client",
        clients,
        chosen(client.map(|id| id.to_string())),
        move |value| {
            let picked = value.parse().ok();
            let client = picked.filter(|id| Some(*id) != by_client.client);
            QualityQuestion {
                client,
                ..by_client.clone()
            }
        },
    );
    let by_workflow = closed(question);
    let workflows = menu(
        "Workflow",
        workflows,
        chosen(workflow.map(|id| id.to_string())),
        move |value| {
            let picked = value.parse().ok();
            let workflow = picked.filter(|id| Some(*id) != by_workflow.workflow);
            QualityQuestion {
                workflow,
                ..by_workflow.clone()
            }
        },
    );
    let period = period(sheet, question);
    view! {
        <Filters label="Filter the verdicts">{period} {clients} {workflows} {clear}</Filters>
        <UnknownFilters known />
    }
    .into_any()
}

/// The question with no records open.
fn closed(question: &QualityQuestion) -> QualityQuestion {
    question.opening(None)
}

/// This quarter and those before it, the year, and the last weeks.
fn period(sheet: &QualitySheet, question: &QualityQuestion) -> AnyView {
    let today = sheet.today;
    let mut quarter = Quarter::of(today);
    let mut spans = vec![Span::ThisQuarter];
    for _ in 0..4 {
        quarter = before(quarter);
        spans.push(Span::Quarter(quarter));
    }
    spans.extend([Span::Weeks, Span::Year(quarter.year + 1)]);
    let asked = closed(question);
    let with = move |span: Span| QualityQuestion {
        span,
        ..asked.clone()
    };
    let choices = spans.iter().map(|span| Choice {
        value: with(*span).address(),
        label: span.name(today),
    });
    let chosen = vec![closed(question).address()];
    let href = |address: String| address;
    view! { <ChoiceMenu id="filter-period" label="Period" choices=choices.collect() chosen=Signal::stored(chosen) href /> }
        .into_any()
}

fn before(quarter: Quarter) -> Quarter {
    match quarter.number {
        1 => Quarter {
            year: quarter.year - 1,
            number: 4,
        },
        number => Quarter {
            number: number - 1,
            ..quarter
        },
    }
}

fn menu(
    label: &'static str,
    choices: Vec<Choice>,
    chosen: Vec<String>,
    with: impl Fn(&str) -> QualityQuestion + Send + Sync + 'static,
) -> AnyView {
    let id = format!("filter-{}", label.to_lowercase());
    let href = move |value: String| with(&value).address();
    view! { <ChoiceMenu id label choices chosen=Signal::stored(chosen) href /> }.into_any()
}
