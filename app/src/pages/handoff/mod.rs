//! A handoff's own page: its package, its clock with the why, its moves and its history.

mod availability;
mod clock;
mod corrections;
mod deliverable;
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
mod take_back;

use crate::{
    api::handoffs::load_handoff,
    boot::use_viewer,
    frame::Page,
    live::{Fresh, fresh},
    pages::{comments::Comments, one_record::one_record},
    ui::OfflineBar,
};
use domain::{
    board::{Changed, HandoffPage, LiveChange},
    comment::Subject,
    ids::HandoffId,
    people::AccessRole,
};
use leptos::prelude::*;
use moving::{UndoDialog, Undoing};

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
    /// Takes moves back.
    undoing: Undoing,
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
    one_record("Handoff", load_handoff, |page, _| handoff(page))
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
        undoing: Undoing::of_page(),
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
            <UndoDialog undoing=shown.undoing />
            <div class="columns handoff-parts">
                <div class="stack handoff-side">
                    {clock::clock(shown)}
                    {availability::availability(shown)}
                </div>
                <div class="stack handoff-main">
                    {report::report(shown)}
                    {deliverable::deliverable(shown)}
                    {package::package(shown)}
                    {files::files(shown)}
                    <Comments about=Subject::Handoff(id) />
                </div>
                <div class="stack handoff-past">{history::history(shown)}</div>
            </div>
        </Page>
    }
    .into_any()
}
