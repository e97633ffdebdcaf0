//! Quality: how often QC lets deliverables pass at once, how often they go back, whose and why.

mod filters;
mod groups;
mod records;

use crate::{
    api::quality::load_quality,
    frame::Page,
    json::load,
    live::{Fresh, fresh},
    ui::{ErrorNotice, OfflineBar, Skeleton, when::date},
};
use domain::{
    board::{Changed, LiveChange},
    handoff::HandoffKind,
    metrics::Metric,
    quality::{By, Counted, Opened, QualityQuestion, QualitySheet},
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The page "Quality".
#[component]
pub fn Quality() -> impl IntoView {
    let search = use_location().search;
    let question = Memo::new(move |_| QualityQuestion::parse(&search.read()));
    let loaded = load(
        move || question.get().to_string(),
        |query| async move { load_quality(query).await },
    );
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(sheet) => following(sheet, question.get_untracked()),
                Err(error) => {
                    let retry = Callback::new(move |()| loaded.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    view! {
        <Page title="Quality">
            <div class="stack quality">
                <Transition fallback=|| view! { <Skeleton lines=8 cards=true /> }>{shown}</Transition>
            </div>
        </Page>
    }
    .into_any()
}

/// Follows the verdicts that come in.
fn following(first: QualitySheet, question: QualityQuestion) -> AnyView {
    let (seq, query) = (first.seq, question.to_string());
    let filters = filters::filters(&first, &question);
    let concerns = |change: &LiveChange| match &change.what {
        Changed::Handoff(card) => card.kind == HandoffKind::GenerativeToProduction,
        _ => false,
    };
    let Fresh {
        now: sheet,
        offline,
        ..
    } = fresh(first, seq, concerns, move || load_quality(query.clone()));
    let figures = move || figures(&sheet.read(), &question);
    view! { <OfflineBar offline /> {filters} {figures} }.into_any()
}

fn figures(sheet: &QualitySheet, question: &QualityQuestion) -> AnyView {
    view! {
        {all(sheet, question)}
        {sheet.rows.as_ref().map(|rows| records::records(rows, question))}
        <div class="quality-groups">
            {groups::workflows(sheet, question)}
            {groups::makers(sheet, question)}
            {groups::reasons(sheet, question)}
        </div>
    }
    .into_any()
}

/// All verdicts of the period in two numbers and a sentence.
fn all(sheet: &QualitySheet, question: &QualityQuestion) -> AnyView {
    let period = format!(
        "{} – {}",
        date(sheet.period.from),
        date(sheet.period.last())
    );
    let figure = |counted: Counted, name: &'static str, text: String| {
        let open = Opened {
            by: By::All,
            of: String::new(),
            counted,
            page: 1,
        };
        view! {
            <a class="quality-figure" href=question.opening(Some(open)).address() data-noscroll="">
                <span class="muted small">{name}</span>
                <strong class="num">{text}</strong>
            </a>
        }
    };
    let share = sheet.all.first_pass().shown(Metric::QcFirstPass);
    view! {
        <section class="section" aria-labelledby="quality-all">
            <h2 id="quality-all">{period}</h2>
            <div class="quality-figures">
                {figure(Counted::FirstPass, "First pass", share)}
                {figure(Counted::Retakes, "Retakes", sheet.all.retakes.to_string())}
            </div>
            <p class="muted">{sheet.takeaway()}</p>
        </section>
    }
    .into_any()
}
