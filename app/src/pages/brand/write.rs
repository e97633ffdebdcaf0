//! The form that writes a brand page: it posts without scripts, and keeps what was typed when somebody else was faster.

use super::{Shown, fields::Fields, read::said};
use crate::{
    api::{
        brands::{SaveBrandPage, save_brand_page},
        error::ApiError,
    },
    pages::taking_back::taking_back,
    ui::{
        Button, ErrorNotice, Icon, Look,
        toast::{Toasts, use_toasts},
    },
};
use domain::brand::BrandFields;
use leptos::{form::ActionForm, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

pub(super) fn write(shown: Shown) -> AnyView {
    let save = ServerAction::<SaveBrandPage>::new();
    let (toasts, navigate) = (use_toasts(), use_navigate());
    Effect::new(move |_| {
        let Some(answered) = save.value().get() else {
            return;
        };
        if let Ok(version) = answered {
            // The page is asked for again only now: it still says what it said before.
            let before = BrandFields::from(&shown.page.read_untracked().brand);
            toasts.undoable("Brand page saved", undo(shown, version, before, toasts));
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&shown.address(), options);
        }
        shown.reload.run(());
    });
    let failed = move || {
        let what = save.value().get().and_then(Result::err)?.to_string();
        Some(
            view! { <ErrorNotice what kept="What you typed is still here; saving again sends it." /> },
        )
    };
    let error = move |name: &'static str| {
        Signal::derive(move || match save.value().get() {
            Some(Err(ApiError::Invalid { field, sentence })) if field == name => Some(sentence),
            _ => None,
        })
    };
    let fields = Fields::of(&shown.page.read_untracked().brand);
    let version = Memo::new(move |_| shown.page.read().version);
    view! {
        <ActionForm action=save>
            <div class="stack section-form">
                <input type="hidden" name="client" value=shown.client.to_string() />
                <input type="hidden" name="version" value=move || version.get().to_string() />
                {failed}
                {meanwhile(shown)}
                {fields.view(error)}
                <div class="row">
                    <Button look=Look::Primary submit=true busy=save.pending()>"Save"</Button>
                    <a class="button" href=shown.address() data-noscroll="true">"Cancel"</a>
                </div>
            </div>
        </ActionForm>
    }
    .into_any()
}

/// Writes again what the page said before.
fn undo(
    shown: Shown,
    version: i64,
    before: BrandFields,
    toasts: Toasts,
) -> impl Fn() + Send + Sync + 'static {
    taking_back(toasts, shown.reload, move || {
        let BrandFields {
            text,
            voice,
            dos,
            donts,
            links,
            ..
        } = before.clone();
        save_brand_page(shown.client, version, text, voice, dos, donts, links)
    })
}

/// What others wrote since the form was opened: shown beside, it never overwrites what is being typed.
fn meanwhile(shown: Shown) -> AnyView {
    let began = shown.page.read_untracked().brand.clone();
    let changed = Memo::new(move |_| {
        let now = &shown.page.read().brand;
        let same = now.text == began.text
            && now.voice == began.voice
            && now.dos == began.dos
            && now.donts == began.donts
            && now.links == began.links;
        (!same).then(|| now.clone())
    });
    let notice = move || {
        changed.get().map(|now| {
            view! {
                <div class="notice warn" role="status">
                    {Icon::History.large()}
                    <div>
                        <strong>"This was changed meanwhile. Saving yours replaces it:"</strong>
                        {said(&now)}
                    </div>
                </div>
            }
        })
    };
    notice.into_any()
}
