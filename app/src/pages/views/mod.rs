//! The views that somebody keeps, and keeping the one at hand.

mod keep;
mod rows;

pub use keep::{keep, views_with};

use crate::{
    api::views::{DeleteView, RenameView, SaveView, load_views},
    frame::Page,
    json::load,
    ui::{Button, ErrorNotice, Look, Skeleton, TextField},
};
use domain::view::Looking;
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
    let shown = move || {
        Suspend::new(async move {
            match views.await {
                Ok(views) => rows::rows(&views, doing),
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
