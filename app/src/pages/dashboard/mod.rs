//! Dashboard: the plan's outcomes, where they come from, and what is about to break, on one screen.

mod breakdowns;
mod deadlines;
mod filters;
mod numbers;
mod records;
mod tiles;

pub(crate) use tiles::mark;

use crate::{
    frame::Page,
    ui::{ErrorNotice, Skeleton},
};
use domain::dashboard::{Dashboard as Figures, Question};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use numbers::Numbers;

/// Where the page is.
const PATH: &str = "/dashboard";

/// The page "Dashboard".
#[component]
pub fn Dashboard() -> impl IntoView {
    let search = use_location().search;
    let question = Memo::new(move |_| Question::parse(&search.read()));
    let numbers = Numbers::of(question);
    view! {
        <Page title="Dashboard">
            <div class="dashboard">
                <Transition fallback=|| view! { <Skeleton lines=6 cards=true /> }>{answered(numbers, question)}</Transition>
            </div>
        </Page>
    }
    .into_any()
}

/// The filters are drawn anew only when there is something else to choose: each minute brings new figures, and would
/// close a menu that is open.
fn answered(numbers: Numbers, question: Memo<Question>) -> impl IntoView {
    let choices = Memo::new(move |_| {
        let figures = numbers.get()?.ok()?;
        Some((figures.choices.clone(), figures.today))
    });
    let filters = move || {
        let (choices, today) = choices.get()?;
        Some(filters::filters(&choices, &question.read(), today))
    };
    let shown = move || {
        numbers.get().map(|answer| match answer {
            Ok(figures) => screen(&figures, &question.read()),
            Err(error) => {
                let retry = Callback::new(move |()| numbers.retry());
                view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
            }
        })
    };
    (filters, shown)
}

/// `question` is what the URL asks now; the figures may still answer the one before.
fn screen(figures: &Figures, question: &Question) -> AnyView {
    view! {
        {tiles::tiles(figures, question)}
        <div class="dashboard-middle">
            {breakdowns::compliance(figures, question)}
            {breakdowns::clients(figures, question)}
            {breakdowns::load(figures, question)}
        </div>
        {deadlines::deadlines(&figures.deadlines)}
        {figures.records.as_ref().map(|records| records::sheet(records, question))}
    }
    .into_any()
}
