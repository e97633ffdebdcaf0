//! How many cards each column of the board takes.

mod changes;

use crate::{
    api::board::{LimitColumn, load_limit_changes, load_limits},
    boot::use_viewer,
    frame::Page,
    json::load,
    pages::handoff::moving::title,
    ui::{Button, ErrorNotice, Look, Skeleton, StackedTable, toast::use_toasts},
};
use domain::{
    board::{ColumnLimit, limit::MOST},
    handoff::{HandoffKind, Stage},
    policy::{Action, check_role},
};
use leptos::prelude::*;

/// The page "Column limits".
#[component]
pub fn Limits() -> impl IntoView {
    let action = ServerAction::<LimitColumn>::new();
    let toasts = use_toasts();
    let limits = load(move || action.version().get(), |_| load_limits());
    let changes = load(move || action.version().get(), |_| load_limit_changes());
    let reload = Callback::new(move |()| {
        limits.refetch();
        changes.refetch();
    });
    Effect::new(move |_| {
        if let Some(Ok(seq)) = *action.value().read() {
            toasts.undoable("Saved the limit", changes::undo(seq, toasts, reload));
        }
    });
    let changed = move || {
        Suspend::new(async move {
            match changes.await {
                Ok(changes) => changes::list(&changes, toasts, reload),
                Err(error) => view! { <ErrorNotice what=error.to_string() /> }.into_any(),
            }
        })
    };
    let shown = move || {
        Suspend::new(async move {
            match limits.await {
                Ok(limits) => table(&limits, action),
                Err(error) => view! { <ErrorNotice what=error.to_string() /> }.into_any(),
            }
        })
    };
    let failed = move || {
        let failed = action.value().get().and_then(Result::err);
        failed.map(|error| view! { <ErrorNotice what=error.to_string() /> })
    };
    view! {
        <Page title="Column limits" note="How many handoffs may stand in a column at a time. A limit that holds asks whoever goes beyond it for a reason, and keeps it; one that warns only shows.">
            <p><a href="/board">"Back to the board"</a></p>
            {failed}
            <Transition fallback=|| view! { <Skeleton lines=5 /> }>{shown} {changed}</Transition>
        </Page>
    }
    .into_any()
}

/// The columns that can be limited: accepted handoffs are done with.
const LIMITED: [Stage; 3] = [Stage::Preparing, Stage::Submitted, Stage::InReview];

fn table(limits: &[ColumnLimit], action: ServerAction<LimitColumn>) -> AnyView {
    let may = use_viewer().is_some_and(|viewer| check_role(viewer.role, Action::SetLimits).is_ok());
    let row = |kind: HandoffKind| {
        let cells = LIMITED.map(|stage| {
            let limit = limits
                .iter()
                .find(|limit| (limit.kind, limit.stage) == (kind, stage));
            if may {
                form(kind, stage, limit, action)
            } else {
                words(limit)
            }
        });
        let lane = kind.to_string().into_any();
        std::iter::once(lane).chain(cells).collect()
    };
    let rows = HandoffKind::ALL.into_iter().map(row).collect();
    let columns = LIMITED.map(|stage| title(stage).to_owned());
    let heads = std::iter::once("Lane".to_owned()).chain(columns).collect();
    view! { <StackedTable caption="Limits by lane and column" heads rows /> }.into_any()
}

fn words(limit: Option<&ColumnLimit>) -> AnyView {
    let text = said(limit);
    if limit.is_some() {
        text.into_any()
    } else {
        view! { <span class="muted">{text}</span> }.into_any()
    }
}

/// "5, holds".
fn said(limit: Option<&ColumnLimit>) -> String {
    limit.map_or_else(
        || "No limit".to_owned(),
        |limit| {
            let how = if limit.hard { "holds" } else { "warns" };
            format!("{}, {how}", limit.most)
        },
    )
}

fn form(
    kind: HandoffKind,
    stage: Stage,
    limit: Option<&ColumnLimit>,
    action: ServerAction<LimitColumn>,
) -> AnyView {
    let most = limit
        .map(|limit| limit.most.to_string())
        .unwrap_or_default();
    let hard = limit.is_some_and(|limit| limit.hard);
    let of = format!("{kind}, {}", title(stage));
    view! {
        <ActionForm action=action>
            <div class="row tight column-limit">
                <input type="hidden" name="kind" value=kind.number().to_string() />
                <input type="hidden" name="stage" value=stage.name() />
                <input class="control" type="number" name="most" min="1" max=MOST.to_string() value=most.clone() prop:value=most placeholder="None"
                    aria-label=format!("At most, {of}") />
                <select class="control" name="hard" aria-label=format!("What the limit does, {of}")>
                    <option value="false" selected=!hard prop:selected=!hard>"Warns"</option>
                    <option value="true" selected=hard prop:selected=hard>"Holds"</option>
                </select>
                <Button submit=true look=Look::Quiet>"Save"</Button>
            </div>
        </ActionForm>
    }
    .into_any()
}
