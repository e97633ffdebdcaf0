//! A handoff's own page: its package, its clock with the why, its moves and its history.

mod availability;
mod clock;
mod corrections;
mod files;
mod history;
mod item;
mod moves;
pub mod moving;
mod needed_on;
mod neighbours;
pub mod package;
mod report;
mod roles;

use crate::api::error::ApiError;
use crate::{
    api::handoffs::load_handoff,
    boot::use_viewer,
    frame::Page,
    json::load,
    live::{Fresh, fresh},
    pages::{NotFound, comments::Comments},
    ui::{ErrorNotice, OfflineBar, Skeleton},
};
use domain::{
    board::{Changed, HandoffPage, LiveChange},
    comment::Subject,
    ids::HandoffId,
    people::AccessRole,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What the parts of the page work with.
#[derive(Clone, Copy)]
struct Shown {
    /// Which handoff.
    id: HandoffId,
    /// What is known of it.
    page: RwSignal<HandoffPage>,
    /// Asks again.
    reload: Callback<()>,
    /// What the viewer may do.
    role: AccessRole,
}

impl Shown {
    /// A part of the page; tracked, and told only when that part changes.
    fn part<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&HandoffPage) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| part(&self.page.read()))
    }
}

/// The page "Handoff".
#[component]
pub fn Handoff() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params
            .read()
            .get_str("id")
            .and_then(|id| id.parse::<HandoffId>().ok())
    });
    let loaded = load(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => load_handoff(id).await,
                None => Err(ApiError::NotFound("There is no such handoff.".to_owned())),
            }
        },
    );
    let shown = move || {
        Suspend::new(async move {
            match loaded.await {
                Ok(page) => handoff(page),
                Err(ApiError::NotFound(_)) => view! { <NotFound /> }.into_any(),
                Err(error) => {
                    let retry = Callback::new(move |()| loaded.refetch());
                    view! { <Page title="Handoff"><ErrorNotice what=error.to_string() retry /></Page> }.into_any()
                }
            }
        })
    };
    view! { <Suspense fallback=|| view! { <Page title="Handoff"><Skeleton lines=8 /></Page> }>{shown}</Suspense> }
        .into_any()
}

fn handoff(page: HandoffPage) -> AnyView {
    let Some(viewer) = use_viewer() else {
        return ().into_any();
    };
    let (id, seq) = (page.card.id, page.seq);
    let job = page.card.job;
    let concerns = move |change: &LiveChange| match &change.what {
        Changed::Handoff(card) => card.id == id,
        Changed::Job(changed) => Some(*changed) == job,
        Changed::Comments(_) | Changed::Other(_) => false,
    };
    let Fresh {
        now: page,
        offline,
        reload,
    } = fresh(page, seq, concerns, move || load_handoff(id));
    let shown = Shown {
        id,
        page,
        reload,
        role: viewer.role,
    };
    let title = shown.part(|page| page.card.title.clone());
    let note = shown.part(|page| {
        format!(
            "{} · {} · {}",
            page.card.kind,
            page.card.client_name,
            page.card.kind.package()
        )
    });
    view! {
        <Page title note=Signal::derive(move || note.get())>
            <div class="page-lead">
                <OfflineBar offline />
                {neighbours::neighbours(shown)}
            </div>
            {moves::moves(shown)}
            <div class="columns">
                <div class="stack handoff-main">
                    {report::report(shown)}
                    {package::package(shown)}
                    {files::files(shown)}
                    <Comments about=Subject::Handoff(id) />
                </div>
                <div class="stack handoff-side">
                    {clock::clock(shown)}
                    {availability::availability(shown)}
                    {history::history(shown)}
                </div>
            </div>
        </Page>
    }
    .into_any()
}
