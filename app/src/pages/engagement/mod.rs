//! One engagement: its stage, its people, its cycle of handoffs, what it delivers.

mod cycle;
mod parts;
mod scope;

use super::{NotFound, comments::Comments, engagements::stage::badge};
use crate::{
    api::{
        engagements::{StartClosing, load_engagement},
        error::ApiError,
    },
    boot::use_viewer,
    frame::Page,
    json::load,
    ui::{Button, ErrorNotice, Icon, Skeleton},
};
use domain::{
    comment::Subject,
    engagement::{EngagementPage, EngagementStage},
    handoff::{HandoffEventKind, HandoffKind},
    ids::EngagementId,
    policy::{Action, check_role},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page "Engagement".
#[component]
pub fn Engagement() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params
            .read()
            .get_str("id")
            .and_then(|id| id.parse::<EngagementId>().ok())
    });
    let loaded = load(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => load_engagement(id).await,
                None => Err(ApiError::NotFound(
                    "There is no such engagement.".to_owned(),
                )),
            }
        },
    );
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(page) => engagement(page),
                Err(ApiError::NotFound(_)) => view! { <NotFound /> }.into_any(),
                Err(error) => {
                    let retry = Callback::new(move |()| loaded.refetch());
                    view! { <Page title="Engagement"><ErrorNotice what=error.to_string() retry /></Page> }.into_any()
                }
            }
        })
    };
    view! { <Suspense fallback=|| view! { <Page title="Engagement"><Skeleton lines=8 /></Page> }>{shown}</Suspense> }
        .into_any()
}

fn engagement(page: EngagementPage) -> AnyView {
    let title = page.row.name.clone();
    let note = page.row.client.name.clone();
    let stage = page.row.stage;
    view! {
        <Page title note>
            <div class="row">{badge(stage)} {closing(&page)}</div>
            {cycle::cycle(&page)}
            <div class="columns">
                <div class="stack">
                    {scope::scope(&page)}
                    {parts::workflows(&page)}
                    {parts::open_handoffs(&page)}
                    {parts::files(&page)}
                    <Comments about=Subject::Engagement(page.row.id) />
                </div>
                <div class="stack">
                    {parts::people(&page)}
                    {parts::terms(&page)}
                    {parts::jobs(&page)}
                </div>
            </div>
        </Page>
    }
    .into_any()
}

/// Opening the closing report before the end date does.
fn closing(page: &EngagementPage) -> Option<AnyView> {
    let begun = page
        .cycle
        .iter()
        .any(|step| step.kind == HandoffKind::ProductionToSales);
    let role = use_viewer()?.role;
    let allowed = check_role(
        role,
        Action::Handoff(HandoffKind::ProductionToSales, HandoffEventKind::Opened),
    )
    .is_ok();
    if begun || !allowed || page.row.stage != EngagementStage::Active {
        return None;
    }
    let (id, action) = (page.row.id.to_string(), ServerAction::<StartClosing>::new());
    let failed = move || {
        action
            .value()
            .get()
            .and_then(Result::err)
            .map(|error| error.to_string())
    };
    Some(
        view! {
            <ActionForm action=action>
                <input type="hidden" name="id" value=id />
                <Button submit=true icon=Icon::Flag busy=action.pending()>"Start closing"</Button>
            </ActionForm>
            {move || failed().map(|what| view! { <ErrorNotice what /> })}
        }
        .into_any(),
    )
}
