//! Plan: the year's WhyGOs, what was promised for each quarter, and what came of it.

mod dependencies;
mod head;
mod milestone;
mod outcomes;
mod sections;

use crate::{
    api::plan::whole_plan,
    frame::Page,
    json::load,
    ui::{Badge, ErrorNotice, Skeleton, Tone, when},
};
use domain::plan::{OutcomeRow, Plan as Written, PlanSheet, WhyGo};
use leptos::prelude::*;
use milestone::Milestones;

/// The page "Plan".
#[component]
pub fn Plan() -> impl IntoView {
    let milestones = Milestones::new();
    let sheet = load(move || milestones.version(), |_| whole_plan());
    let shown = move || {
        sheet.get().map(|answer| match answer {
            Ok(sheet) => screen(&sheet, milestones),
            Err(error) => {
                let retry = Callback::new(move |()| sheet.refetch());
                view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
            }
        })
    };
    view! {
        <Page title="Plan">
            <Transition fallback=|| view! { <Skeleton lines=8 cards=true /> }>{shown}</Transition>
        </Page>
    }
    .into_any()
}

fn screen(sheet: &PlanSheet, milestones: Milestones) -> AnyView {
    let plan = &sheet.plan;
    let whygos = plan.whygos.iter().zip(&sheet.rows);
    let whygos = whygos.map(|(whygo, rows)| whygo_section(whygo, rows, sheet, milestones));
    view! {
        <div class="plan">
            {head::head(plan)}
            {head::alignment(plan)}
            {head::legend()}
            {whygos.collect_view()}
            {dependencies::dependencies(sheet)}
            <div class="columns">
                {cadence(plan)}
                {sign_off(plan)}
            </div>
        </div>
    }
    .into_any()
}

fn whygo_section(
    whygo: &WhyGo,
    rows: &[OutcomeRow],
    sheet: &PlanSheet,
    milestones: Milestones,
) -> AnyView {
    view! {
        <section class="whygo card" id=format!("whygo-{}", whygo.number)>
            <header>
                <span class="whygo-number num">{whygo.number}</span>
                <h2>{whygo.title.clone()}</h2>
                <span class="muted small">{format!("Ladders to {}, {}", whygo.ladders(), whygo.strength.to_lowercase())}</span>
            </header>
            <div class="whygo-words">
                <div><h3>"Why"</h3><p>{whygo.why.clone()}</p></div>
                <div><h3>"Goal"</h3><p>{whygo.goal.clone()}</p></div>
            </div>
            {outcomes::outcomes(whygo, rows, sheet, milestones)}
            {sections::additions(whygo)}
        </section>
    }
    .into_any()
}

fn cadence(plan: &Written) -> AnyView {
    let rows = plan.cadence.iter().map(|one| {
        view! { <dt>{one.cadence.clone()}</dt> <dd>{one.activity.clone()}</dd> }
    });
    view! {
        <section class="section">
            <h2>"Review cadence"</h2>
            <dl class="facts">{rows.collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn sign_off(plan: &Written) -> AnyView {
    let rows = plan.sign_off.iter().map(|one| {
        let (tone, said) = match (one.approved, one.date) {
            (true, Some(date)) => (Tone::Good, format!("Approved on {}", when::date(date))),
            (true, None) => (Tone::Good, "Approved".to_owned()),
            (false, _) => (Tone::Neutral, "Not signed yet".to_owned()),
        };
        view! {
            <li class="row">
                <span><strong>{one.name.clone()}</strong> " " <span class="muted">{one.role.clone()}</span></span>
                <Badge label=said tone=tone />
            </li>
        }
    });
    view! {
        <section class="section">
            <h2>"Sign-off"</h2>
            <ul class="stack tight">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
