//! Dashboard: the plan's outcomes, where they come from, and what is about to break, on one screen.

mod clients;
mod compliance;
mod deadlines;
mod filters;
mod load;
mod numbers;
mod records;
mod shown;
mod tiles;
mod track_row;

pub(crate) use tiles::mark;

use crate::{
    frame::Page,
    ui::{ErrorNotice, Skeleton},
};
use domain::dashboard::Question;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use numbers::Numbers;
use shown::Shown;

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

/// What there is to choose from seldom changes: the filters are drawn anew only then, and the rest of the page only when
/// there was no answer before. Each minute brings new figures, and must not close a menu that is open.
fn answered(numbers: Numbers, question: Memo<Question>) -> impl IntoView {
    let figures = Memo::new(move |_| numbers.get()?.ok());
    let shown = Shown { figures, question };
    let choices = Memo::new(move |_| {
        let figures = figures.get()?;
        Some((figures.choices.clone(), figures.today))
    });
    let filters = move || {
        let (choices, today) = choices.get()?;
        Some(filters::filters(choices, question, today))
    };
    let failed = Memo::new(move |_| Some(numbers.get()?.err()?.to_string()));
    let there = Memo::new(move |_| figures.read().is_some());
    let page = move || match failed.get() {
        Some(what) => {
            let retry = Callback::new(move |()| numbers.retry());
            view! { <ErrorNotice what retry /> }.into_any()
        }
        None => there.get().then(|| screen(shown)).into_any(),
    };
    (filters, page)
}

fn screen(shown: Shown) -> AnyView {
    let records = move || {
        let figures = shown.figures.read();
        let records = figures.as_ref()?.records.as_ref()?;
        Some(records::sheet(records, &shown.question.read()))
    };
    view! {
        {tiles::tiles(shown)}
        <div class="dashboard-middle">
            {compliance::compliance(shown)}
            {clients::clients(shown)}
            {load::load(shown)}
        </div>
        {deadlines::deadlines(shown)}
        {records}
    }
    .into_any()
}
