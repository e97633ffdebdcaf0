//! A closing report: as it is read and printed, the form that writes it, and the follow-up after it.

mod follow_up;
mod numbers;
mod visuals;
mod write;

use crate::{
    api::closing::load_report,
    frame::Page,
    pages::one_record::one_record,
    ui::{Button, Icon, when::date},
};
use domain::closing::ClosingReport;
use leptos::prelude::*;

/// The page "Closing report".
#[component]
pub fn Report() -> impl IntoView {
    one_record("Closing report", load_report, |report, reload| {
        page(&report, reload)
    })
}

fn page(report: &ClosingReport, reload: Callback<()>) -> AnyView {
    let title = format!("{}: closing report", report.client_name);
    let (id, note) = (report.handoff, report.engagement_name.clone());
    let actions = move || {
        view! {
            <Button icon=Icon::File on_click=Callback::new(|_| print())>"Print or save as PDF"</Button>
            <a class="button" href=format!("/handoffs/{id}/case-study.zip") download="" rel="external">
                {Icon::Download.small()} "Case-study package"
            </a>
        }
        .into_any()
    };
    let paper = paper(report);
    let write = report.editable.then(|| write::write(report, reload));
    let follow_up = report.follow_up.as_ref();
    let follow_up = follow_up.map(|shown| follow_up::follow_up(id, shown, reload));
    view! {
        <Page title note actions=actions>
            <nav aria-label="Back" class="back">
                <a href=format!("/handoffs/{id}")>{Icon::ArrowLeft.small()} "The handoff"</a>
            </nav>
            {paper}
            {write}
            {follow_up}
        </Page>
    }
    .into_any()
}

/// What is read on the screen, and all that is printed.
fn paper(report: &ClosingReport) -> AnyView {
    let period = report.numbers.period;
    let by = report
        .producer_name
        .as_ref()
        .map(|name| format!(" · Produced by {name}"));
    let draft = (!report.saved).then(|| {
        view! {
            <p class="notice">
                {Icon::Info.small()}
                "A draft: Baton filled in what it knows. The numbers go on changing until the report is saved."
            </p>
        }
    });
    view! {
        <article class="report" aria-label="Closing report">
            {draft}
            <p class="report-period">{date(period.from)} " – " {date(period.last())} {by}</p>
            {text("What happened", &report.text.summary)}
            {numbers::figures(&report.numbers)}
            {numbers::money(&report.numbers, &report.currency)}
            {numbers::best(&report.numbers)}
            {use_cases(report)}
            {visuals::gallery(&report.visuals)}
        </article>
    }
    .into_any()
}

fn text(title: &'static str, text: &str) -> Option<AnyView> {
    let paragraphs: Vec<_> = paragraphs(text)
        .map(|text| view! { <p>{text}</p> })
        .collect();
    let section = view! {
        <section class="section report-text">
            <h2>{title}</h2>
            {paragraphs}
        </section>
    };
    (!text.is_empty()).then(|| section.into_any())
}

fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    text.split("\n\n")
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

fn use_cases(report: &ClosingReport) -> Option<AnyView> {
    let cases: Vec<_> = report
        .text
        .cases()
        .map(|case| view! { <li>{case.to_owned()}</li> })
        .collect();
    (!cases.is_empty()).then(|| {
        view! {
            <section class="section report-text">
                <h2>"Use cases for Sales"</h2>
                <ul class="use-cases">{cases}</ul>
            </section>
        }
        .into_any()
    })
}

/// Opens the browser's print dialog, which saves PDF files as well.
fn print() {
    #[cfg(feature = "hydrate")]
    if let Err(error) = window().print() {
        leptos::logging::warn!("printing: {error:?}");
    }
}
