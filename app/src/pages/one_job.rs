//! A page about one job, which the address names: for the agency, and for the client whose it is.

use crate::{
    api::error::ApiError,
    frame::Page,
    ui::{EmptyState, ErrorNotice, Icon, Skeleton},
};
use domain::ids::JobId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde::{Serialize, de::DeserializeOwned};
use std::future::Future;
use uuid::Uuid;

/// What stands around the job.
#[derive(Clone, Copy)]
pub struct Around {
    /// What the page is called until the job's title is known: "Job".
    pub title: &'static str,
    /// Where the list is that it is one of.
    pub list: &'static str,
    /// What that list is called.
    pub list_title: &'static str,
}

/// Loads the job that the address names and shows it under its title. The page is sent whole, title included, so that
/// it is right with scripts off.
pub fn one_job<T, Loading>(
    around: Around,
    load: impl Fn(JobId) -> Loading + Send + Sync + 'static,
    show: fn(T) -> (String, AnyView),
) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    Loading: Future<Output = Result<T, ApiError>> + Send + 'static,
{
    let params = use_params_map();
    // What is no id at all is nobody's, like an id that nothing has.
    let named = move || params.read().get_str("id")?.parse().ok();
    let id = Memo::new(move |_| named().unwrap_or(JobId(Uuid::nil())));
    let job = Resource::new(move || id.get(), load);
    let shown = move || {
        Suspend::new(async move {
            match job.await {
                Ok(job) => {
                    let (title, content) = show(job);
                    page(around, title, content)
                }
                Err(ApiError::NotFound(_)) => missing(around),
                Err(error) => {
                    let retry = Callback::new(move |()| job.refetch());
                    let notice = view! { <ErrorNotice what=error.to_string() retry /> };
                    page(around, around.title.to_owned(), notice.into_any())
                }
            }
        })
    };
    let fallback = move || {
        let lines = view! { <Skeleton lines=8 /> };
        page(around, around.title.to_owned(), lines.into_any())
    };
    view! { <Suspense fallback>{shown}</Suspense> }.into_any()
}

fn page(around: Around, title: String, content: AnyView) -> AnyView {
    view! {
        <Page title>
            <nav aria-label="Back" class="back">
                <a href=around.list>{Icon::ArrowLeft.small()} {around.list_title}</a>
            </nav>
            {content}
        </Page>
    }
    .into_any()
}

fn missing(around: Around) -> AnyView {
    let title = format!("There is no such {}", around.title.to_lowercase());
    let nothing = view! {
        <EmptyState icon=Icon::Search title note="The address may be cut off, or it belongs to somebody else.">
            <a class="button" href=around.list>{format!("Go to {}", around.list_title.to_lowercase())}</a>
        </EmptyState>
    };
    page(around, around.title.to_owned(), nothing.into_any())
}
