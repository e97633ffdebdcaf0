//! One item of the package: read, and written in place by the sender.

use super::{Shown, moving::sentence_case};
use crate::{
    api::{
        error::ApiError,
        handoffs::{SaveItem, save_item, take_back_text},
    },
    ui::{
        Ago, Badge, Button, ErrorNotice, Icon, Look, TextArea, Tone, focus::focus_soon,
        toast::use_toasts,
    },
};
use domain::{
    board::ItemOnPage,
    handoff::{HandoffKind, Item, Stage, gate::ItemState},
    policy::{Action, check_role},
};
use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn, task::spawn_local};

pub(super) fn item(shown: Shown, item: Item) -> AnyView {
    let now = shown.part(move |page| page.items.iter().find(|known| known.item == item).cloned());
    let refused = shown.part(move |page| why_not(page.card.kind, page.card.stage, shown.role));
    let editing = RwSignal::new(false);
    let body = move || now.get().map(|item| body(&item));
    let badge = move || now.read().as_ref().map(|item| badge(item.state));
    let written = move || now.read().as_ref().and_then(written);
    let editor = move || {
        let now = now.get_untracked()?;
        Some(editor(shown, now, editing))
    };
    let may_edit = move || refused.read().is_none() && !editing.get();
    let label = move || {
        if now.read().as_ref().is_some_and(|item| item.body.is_empty()) {
            "Write it"
        } else {
            "Edit"
        }
    };
    let name = format!("{}: edit", sentence_case(item.name()));
    view! {
        <li class="package-item">
            <header class="row">
                <h3>{sentence_case(item.name())}</h3>
                {badge}
                <Show when=may_edit>
                    <span class="item-edit" role="group" aria-label=name.clone()>
                        <Button look=Look::Quiet icon=Icon::Edit on_click=move |_| { editing.set(true); focus_soon(field_id(item)); }>{label}</Button>
                    </span>
                </Show>
            </header>
            <Show when=move || editing.get() fallback=move || view! { {body} {written} }>{editor}</Show>
        </li>
    }
    .into_any()
}

/// Why this viewer cannot write items now; none where they can.
fn why_not(kind: HandoffKind, stage: Stage, role: domain::people::AccessRole) -> Option<String> {
    if stage != Stage::Preparing {
        return Some("Items are written while the handoff is being prepared.".to_owned());
    }
    check_role(role, Action::Prepare(kind))
        .err()
        .map(|refusal| refusal.to_string())
}

pub(super) fn badge(state: ItemState) -> AnyView {
    let (label, tone) = match state {
        ItemState::Missing => ("Missing", Tone::Neutral),
        ItemState::Filled => ("There", Tone::Good),
        ItemState::Waived => ("Waived", Tone::Warn),
    };
    view! { <Badge label tone /> }.into_any()
}

/// The text; lines that are addresses are links.
pub(super) fn body(item: &ItemOnPage) -> AnyView {
    if item.body.is_empty() {
        let words = match item.state {
            ItemState::Waived => "The sender goes on without it.",
            ItemState::Filled => "It is in what is handed over.",
            ItemState::Missing => "Nothing yet.",
        };
        return view! { <p class="muted">{words}</p> }.into_any();
    }
    let lines = item.body.lines().map(|line| {
        let address = line.trim();
        if address.starts_with("https://") || address.starts_with("http://") {
            view! { <a href=address.to_owned() rel="noopener noreferrer" target="_blank">{address.to_owned()}</a> <br /> }.into_any()
        } else {
            view! { {line.to_owned()} <br /> }.into_any()
        }
    });
    view! { <p class="item-body">{lines.collect_view()}</p> }.into_any()
}

pub(super) fn written(item: &ItemOnPage) -> Option<AnyView> {
    let at = item.filled_at?;
    let by = item
        .filled_by
        .clone()
        .unwrap_or_else(|| "imported".to_owned());
    Some(view! { <p class="muted small">{by} " · " <Ago at=at /></p> }.into_any())
}

/// The form that writes it. What others write meanwhile is shown beside, and never overwrites what is being typed.
fn editor(shown: Shown, began: ItemOnPage, editing: RwSignal<bool>) -> AnyView {
    let item = began.item;
    let (draft, busy) = (RwSignal::new(began.body.clone()), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    let toasts = use_toasts();
    let others = shown.part(move |page| {
        page.items
            .iter()
            .find(|known| known.item == item && known.body != began.body)
            .cloned()
    });
    let version = shown.part(|page| page.card.version);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let version = version.get_untracked();
        spawn_local(async move {
            match save_item(shown.id, version, item, draft.get_untracked()).await {
                Ok(card) => {
                    let said = format!("{} saved", sentence_case(item.name()));
                    toasts.undoable(said, undo(shown, item, card.version));
                    editing.set(false);
                    shown.reload.run(());
                }
                Err(error) => {
                    if matches!(error, ApiError::Conflict { .. }) {
                        shown.reload.run(());
                    }
                    failed.set(Some(error.to_string()));
                }
            }
            busy.set(false);
        });
    };
    let id = field_id(item);
    view! {
        <form class="stack tight" method="post" action=SaveItem::url() on:submit=save>
            <input type="hidden" name="id" value=shown.id.to_string() />
            <input type="hidden" name="version" value=move || version.get().to_string() />
            <input type="hidden" name="item" value=item.name() />
            {move || failed.get().map(|what| view! { <ErrorNotice what kept="Your text is still here; saving again sends it." /> })}
            {move || others.get().map(|others| changed_meanwhile(&others))}
            <TextArea name="body" id=id label=sentence_case(item.name()) value=draft optional=true hint="A text, or a link on a line of its own." />
            <div class="row">
                <Button look=Look::Primary submit=true busy>"Save"</Button>
                <Button on_click=move |_| editing.set(false)>"Cancel"</Button>
            </div>
        </form>
    }
    .into_any()
}

/// Takes the text back that was just saved.
fn undo(shown: Shown, item: Item, version: i64) -> impl Fn() + Send + Sync + 'static {
    let toasts = use_toasts();
    move || {
        spawn_local(async move {
            if let Err(error) = take_back_text(shown.id, version, item).await {
                toasts.fail(error.to_string());
            }
            // The page may be left by then.
            shown.reload.try_run(());
        });
    }
}

fn changed_meanwhile(others: &ItemOnPage) -> AnyView {
    let by = others
        .filled_by
        .clone()
        .unwrap_or_else(|| "Somebody".to_owned());
    view! {
        <div class="notice warn">
            {Icon::History.large()}
            <div>
                <strong>{by} " has changed this meanwhile. Saving yours replaces it:"</strong>
                <p class="item-body">{others.body.clone()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The id of the field that writes an item.
fn field_id(item: Item) -> String {
    format!("write-{}", item.name().replace(' ', "-").to_lowercase())
}
