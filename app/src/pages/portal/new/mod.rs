//! A new request: what kind of work, when it will be done, what exactly.

mod asked;
mod check;
mod draft;
mod faults;
mod given;
mod motif;
mod promises;
mod request;
mod workflows;

use crate::{
    api::portal::load_promises,
    boot::use_zone,
    frame::Page,
    json::load,
    ui::{EmptyState, ErrorNotice, Icon, Skeleton},
};
use leptos::prelude::*;
use request::RequestForm;

/// The page "New request".
#[component]
pub fn NewRequest() -> impl IntoView {
    let promises = load(|| (), |()| load_promises());
    let shown = move || {
        Suspend::new(async move {
            match promises.await {
                Ok(promises) if promises.is_empty() => nothing_to_ask_for(),
                Ok(promises) => view! { <RequestForm promises /> }.into_any(),
                Err(error) => {
                    let retry = Callback::new(move |()| promises.refetch());
                    view! { <ErrorNotice what=error.to_string() retry /> }.into_any()
                }
            }
        })
    };
    let note = format!(
        "You see when it will be done before you send it. Times are the agency's ({}).",
        use_zone().read_value().name
    );
    view! {
        <Page title="New request" note=note>
            <Suspense fallback=|| view! { <Skeleton lines=3 cards=true /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

fn nothing_to_ask_for() -> AnyView {
    view! {
        <EmptyState icon=Icon::Send title="There is nothing to ask for yet"
            note="Your engagement has no kind of work set up, or it has ended. Your account manager can change that.">
            <a class="button" href="/portal">"Back to your requests"</a>
        </EmptyState>
    }
    .into_any()
}
