//! The views that somebody keeps, and keeping the one at hand.

mod keep;
mod rows;

pub use keep::{keep, views_with};

use crate::{
    api::views::{DeleteView, RenameView, SaveView, load_views, save_view},
    frame::Page,
    json::load,
    pages::taking_back::taking_back,
    ui::{Button, ErrorNotice, Look, Skeleton, TextField, toast::use_toasts},
};
use domain::view::{Looking, SavedView};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page "Views".
#[component]
pub fn Views() -> impl IntoView {
    let params = use_query_map();
    let present = Memo::new(move |_| {
        let params = params.read();
        params
            .get_str(keep::OF)
            .and_then(|address| Looking::read(address).ok())
    });
    let doing = Doing {
        save: ServerAction::new(),
        rename: ServerAction::new(),
        delete: ServerAction::new(),
    };
    let views = load(move || doing.version(), |_| load_views());
    let kept = StoredValue::new(Vec::<SavedView>::new());
    offer_undo(doing, kept, Callback::new(move |()| views.refetch()));
    let shown = move || {
        Suspend::new(async move {
            match views.await {
                Ok(views) => {
                    let rows = rows::rows(&views, doing);
                    kept.set_value(views);
                    rows
                }
                Err(error) => view! { <ErrorNotice what=error.to_string() /> }.into_any(),
            }
        })
    };
    let form = move || present.get().map(|looking| form(&looking, doing));
    view! {
        <Page title="Views" note="What you look at often, under a name. A view is yours; its link shows the same to whoever may see it." narrow=true>
            {move || doing.failed().map(|what| view! { <ErrorNotice what /> })}
            {form}
            <Suspense fallback=|| view! { <Skeleton lines=4 /> }>{shown}</Suspense>
        </Page>
    }
    .into_any()
}

/// What is done on the page.
#[derive(Clone, Copy)]
struct Doing {
    save: ServerAction<SaveView>,
    rename: ServerAction<RenameView>,
    delete: ServerAction<DeleteView>,
}

impl Doing {
    /// Counts what was done: the views are read again after each.
    fn version(self) -> usize {
        self.save.version().get() + self.rename.version().get() + self.delete.version().get()
    }

    /// Why the last of each did not work.
    fn failed(self) -> Option<String> {
        let answers = [
            self.save.value().get(),
            self.rename.value().get(),
            self.delete.value().get(),
        ];
        let failed = answers.into_iter().flatten().find_map(Result::err);
        failed.map(|error| error.to_string())
    }
}

/// A view that was deleted can be kept again, from its message.
fn offer_undo(doing: Doing, kept: StoredValue<Vec<SavedView>>, reload: Callback<()>) {
    let toasts = use_toasts();
    let dropped = StoredValue::new(None::<SavedView>);
    Effect::new(move |_| {
        if let Some(DeleteView { id }) = doing.delete.input().get() {
            let found = kept.with_value(|kept| kept.iter().find(|view| view.id == id).cloned());
            dropped.set_value(found);
        }
    });
    Effect::new(move |_| {
        let deleted = matches!(doing.delete.value().get(), Some(Ok(())));
        if let Some(view) = dropped.get_value().filter(|_| deleted) {
            let said = format!("Deleted “{}”", view.name);
            let send = move || save_view(view.name.clone(), view.looking.address());
            toasts.undoable(said, taking_back(toasts, reload, send));
        }
    });
}

/// Keeps the view that one came from.
fn form(looking: &Looking, doing: Doing) -> AnyView {
    let (address, page) = (looking.address(), looking.page.title());
    view! {
        <section class="section" aria-labelledby="keep">
            <h2 id="keep">"Keep this view"</h2>
            <p class="muted">{page} ", " <a href=address.clone()>"as you left it"</a></p>
            <ActionForm action=doing.save>
                <div class="row keep-view">
                    <input type="hidden" name="address" value=address />
                    <TextField name="name" label="Name" />
                    <Button look=Look::Primary submit=true busy=doing.save.pending()>"Keep"</Button>
                </div>
            </ActionForm>
        </section>
    }
    .into_any()
}
