//! Passing on a desk: choose who takes each place, look at what everybody gets, write each a note, pass it on. Both
//! steps are plain forms, so that they work without scripts.

mod choose;
mod preview;

use crate::{
    api::{desks::load_desk, error::ApiError},
    frame::Page,
    json::load,
    pages::NotFound,
    ui::{EmptyState, ErrorNotice, Icon, Skeleton},
};
use domain::{
    desk::{Desk as Held, Seat},
    ids::PersonId,
};
use leptos::prelude::*;
use leptos_router::{
    hooks::{use_params_map, use_query_map},
    params::ParamsMap,
};

/// The page of a person's desk.
#[component]
pub fn Desk() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params
            .read()
            .get_str("id")
            .and_then(|id| id.parse::<PersonId>().ok())
    });
    let loaded = load(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => load_desk(id).await,
                None => Err(ApiError::NotFound("There is no such person.".to_owned())),
            }
        },
    );
    let query = use_query_map();
    let shown = move || {
        let chosen = choices(&query.read());
        Suspend::new(async move {
            match loaded.await {
                Ok(desk) => screen(desk, chosen),
                Err(ApiError::NotFound(_)) => view! { <NotFound /> }.into_any(),
                Err(error) => {
                    let retry = Callback::new(move |()| loaded.refetch());
                    view! { <Page title="Desk"><ErrorNotice what=error.to_string() retry /></Page> }
                        .into_any()
                }
            }
        })
    };
    view! { <Suspense fallback=|| view! { <Page title="Desk"><Skeleton lines=6 /></Page> }>{shown}</Suspense> }.into_any()
}

/// Who takes what, as the address says it; what it cannot read, it leaves out.
fn choices(query: &ParamsMap) -> Vec<(Seat, PersonId)> {
    let pairs = query.clone().into_iter();
    pairs
        .filter_map(|(seat, person)| Some((seat.parse().ok()?, person.parse().ok()?)))
        .collect()
}

fn screen(desk: Held, chosen: Vec<(Seat, PersonId)>) -> AnyView {
    let title = format!("Pass on the desk of {}", desk.person.name);
    let content = if desk.seats.is_empty() {
        let note = format!(
            "{} holds no place in an open engagement or a pod.",
            desk.person.name
        );
        view! {
            <EmptyState icon=Icon::Team title="There is nothing to pass on" note>
                <a class="button" href="/team">"Go to the team"</a>
            </EmptyState>
        }
        .into_any()
    } else if chosen.is_empty() {
        choose::form(&desk, &chosen, None)
    } else {
        preview::or_choose(desk, chosen)
    };
    view! {
        <Page title narrow=true>
            <nav aria-label="Back" class="back"><a href="/team">{Icon::ArrowLeft.small()} "Team"</a></nav>
            {content}
        </Page>
    }
    .into_any()
}
