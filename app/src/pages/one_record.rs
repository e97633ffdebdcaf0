//! A page about one record, which the address names.

use super::NotFound;
use crate::{
    api::error::ApiError,
    frame::Page,
    json,
    ui::{ErrorNotice, Skeleton},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde::{Serialize, de::DeserializeOwned};
use std::{future::Future, str::FromStr};

/// Loads the record whose id the address holds, and shows it; `show` is given a way to load it again. The page is
/// called `title` while nothing better is known.
pub fn one_record<Id, T, Loading>(
    title: &'static str,
    load: fn(Id) -> Loading,
    show: impl Fn(T, Callback<()>) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView
where
    Id: FromStr + PartialEq + Clone + Send + Sync + 'static,
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    Loading: Future<Output = Result<T, ApiError>> + Send + 'static,
{
    let params = use_params_map();
    let named = move || params.read().get_str("id")?.parse().ok();
    let id = Memo::new(move |_| named());
    let answer = move |id: Option<Id>| async move {
        match id {
            Some(id) => load(id).await,
            // What is no id at all is nobody's, like an id that nothing has.
            None => Err(ApiError::NotFound(String::new())),
        }
    };
    let loaded = json::load(move || id.get(), answer);
    let reload = Callback::new(move |()| loaded.refetch());
    let shown = move || {
        let show = show.clone();
        Suspend::new(async move {
            match loaded.await {
                Ok(record) => show(record, reload),
                Err(ApiError::NotFound(_)) => view! { <NotFound /> }.into_any(),
                Err(error) => {
                    let notice = view! { <ErrorNotice what=error.to_string() retry=reload /> };
                    page(title, notice.into_any())
                }
            }
        })
    };
    let fallback = move || page(title, view! { <Skeleton lines=8 /> }.into_any());
    view! { <Transition fallback>{shown}</Transition> }.into_any()
}

fn page(title: &'static str, content: AnyView) -> AnyView {
    view! { <Page title>{content}</Page> }.into_any()
}
