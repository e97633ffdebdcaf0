//! The form around a section: it posts without scripts, keeps what was typed when it is refused, and closes when saved.

use super::section::{read, slug};
use crate::{
    api::{error::ApiError, packages::take_back_section},
    pages::{handoff::Shown, taking_back::taking_back},
    ui::{Button, ErrorNotice, Icon, Look, toast::use_toasts},
};
use domain::{
    board::{HandoffCard, HandoffPage},
    package::{Content, Section},
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use std::{future::Future, pin::Pin};

/// The answer of a server function, whichever it was.
pub(super) type Answer = Pin<Box<dyn Future<Output = Result<HandoffCard, ApiError>>>>;

/// A section that is being written.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    pub shown: Shown,
    pub section: Section,
    /// Why it was not taken.
    pub failed: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
    /// What the section said when it was opened.
    began: StoredValue<Option<Content>>,
}

impl Saving {
    pub fn of(shown: Shown, section: Section) -> Self {
        Self {
            shown,
            section,
            failed: RwSignal::new(None),
            busy: RwSignal::new(false),
            began: StoredValue::new(content(&shown.page.read_untracked(), section)),
        }
    }

    /// The name of the control that the refusal is about.
    pub fn wrong(self) -> Signal<Option<String>> {
        Signal::derive(move || match self.failed.get() {
            Some(ApiError::Invalid { field, .. }) => Some(field),
            _ => None,
        })
    }

    /// Why the control of that name will not do.
    pub fn error(self, name: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || match self.failed.get() {
            Some(ApiError::Invalid { field, sentence }) if field == name => Some(sentence),
            _ => None,
        })
    }
}

fn content(page: &HandoffPage, section: Section) -> Option<Content> {
    let package = page.package.as_ref();
    package.map(|page| page.package.content(section))
}

/// What others wrote into the section since it was opened: it is shown beside, and never overwrites what is being typed.
fn meanwhile(saving: Saving) -> AnyView {
    let Saving { shown, section, .. } = saving;
    let changed = shown.part(move |page| saving.began.get_value() != content(page, section));
    let notice = move || {
        changed.get().then(|| {
            view! {
                <div class="notice warn" role="status">
                    {Icon::History.large()}
                    <div>
                        <strong>"This was changed meanwhile. Saving yours replaces it:"</strong>
                        {read(shown, section)}
                    </div>
                </div>
            }
        })
    };
    notice.into_any()
}

/// The form of a section; `answer` sends what is typed, with the version that the page knows.
pub(super) fn form(
    saving: Saving,
    url: &'static str,
    fields: AnyView,
    answer: impl Fn(i64) -> Answer + 'static,
) -> AnyView {
    let Saving {
        shown,
        section,
        failed,
        busy,
        ..
    } = saving;
    let version = shown.part(|page| page.card.version);
    let page = format!("/handoffs/{}", shown.id);
    let (toasts, navigate, close) = (use_toasts(), use_navigate(), page.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (answer, navigate, close) = (
            answer(version.get_untracked()),
            navigate.clone(),
            close.clone(),
        );
        spawn_local(async move {
            let answered = answer.await;
            busy.set(false);
            match answered {
                Ok(card) => {
                    let said = format!("Saved {}", section.words());
                    let (id, version) = (shown.id, card.version);
                    let send = move || take_back_section(id, version, section);
                    toasts.undoable(said, taking_back(toasts, shown.reload, send));
                    shown.page.update(|page| page.card = card);
                    navigate(
                        &close,
                        NavigateOptions {
                            replace: true,
                            scroll: false,
                            ..NavigateOptions::default()
                        },
                    );
                }
                Err(error) => failed.set(Some(error)),
            }
            shown.reload.run(());
        });
    };
    let refused = move || {
        let what = failed.get()?.to_string();
        Some(
            view! { <ErrorNotice what kept="What you typed is still here; saving again sends it." /> },
        )
    };
    view! {
        <form class="stack tight section-form" id=format!("write-{}", slug(section)) tabindex="-1" method="post" action=url novalidate on:submit=submit>
            <input type="hidden" name="id" value=shown.id.to_string() />
            <input type="hidden" name="version" value=move || version.get().to_string() />
            {refused}
            {meanwhile(saving)}
            {fields}
            <div class="row">
                <Button look=Look::Primary submit=true busy>"Save"</Button>
                <a class="button" href=page data-noscroll="true">"Cancel"</a>
            </div>
        </form>
    }
    .into_any()
}
