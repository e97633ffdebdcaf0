//! One engagement: its stage, its people, its cycle of handoffs, what it delivers.

mod checklists;
mod cycle;
mod ending;
mod parts;
mod request_forms;
mod scope;
mod versions;

use super::{
    brand,
    comments::Comments,
    engagements::{
        follow_ups::{next, who_has_it},
        stage::badge,
    },
    one_record::one_record,
};
use crate::{
    api::engagements::{StartClosing, load_engagement},
    boot::use_viewer,
    frame::Page,
    ui::{Button, ErrorNotice, Icon},
};
use domain::{
    comment::Subject,
    engagement::{EngagementPage, EngagementStage},
    handoff::{HandoffEventKind, HandoffKind},
    policy::{Action, check_role},
};
use leptos::prelude::*;
use versions::Versions;

/// The page "Engagement".
#[component]
pub fn Engagement() -> impl IntoView {
    one_record("Engagement", load_engagement, engagement)
}

fn engagement(page: EngagementPage, reload: Callback<()>) -> AnyView {
    let title = page.row.name.clone();
    let note = page.row.client.name.clone();
    let (stage, versions) = (page.row.stage, Versions::of(&page));
    view! {
        <Page title note>
            <div class="row">{badge(stage)} {closing(&page)} {brand_page(&page)}</div>
            {cycle::cycle(&page)}
            {follow_up(&page)}
            <div class="columns">
                <div class="stack">
                    {scope::scope(&page)}
                    {parts::workflows(&page)}
                    {request_forms::request_forms(&page, &versions, reload)}
                    {checklists::checklists(&page, &versions, reload)}
                    {parts::open_handoffs(&page)}
                    {parts::files(&page)}
                    <Comments about=Subject::Engagement(page.row.id) />
                </div>
                <div class="stack">
                    {parts::people(&page)}
                    {parts::terms(&page)}
                    {ending::ending(&page, reload)}
                    {parts::jobs(&page)}
                </div>
            </div>
        </Page>
    }
    .into_any()
}

/// Sales' loop after the closing report, until it is closed.
fn follow_up(page: &EngagementPage) -> Option<AnyView> {
    let open = page.follow_up.as_ref()?;
    let address = format!("/handoffs/{}/report#follow-up", open.handoff);
    Some(
        view! {
            <p class="notice" aria-label="Follow-up">
                {Icon::Flag.small()}
                <span>
                    <a href=address>"Follow-up"</a> ": " {next(open)}
                    <span class="muted">"with " {who_has_it(open)}</span>
                </span>
            </p>
        }
        .into_any(),
    )
}

/// What is known of the client's brand.
fn brand_page(page: &EngagementPage) -> AnyView {
    let href = brand::address(page.row.client.id);
    view! { <a class="button quiet" href=href>{Icon::Flag.small()} "The client’s brand"</a> }
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
