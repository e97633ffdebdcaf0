//! A client's brand page: what whoever makes something for it must know.

mod fields;
mod files;
mod read;
mod write;

pub use fields::Fields;
pub use read::said;

use crate::{
    api::brands::load_brand,
    boot::use_viewer,
    frame::Page,
    live::{Fresh, fresh},
    pages::one_record::one_record,
    ui::{EmptyState, Icon, OfflineBar, When},
};
use domain::{
    board::{Changed, LiveChange},
    brand::BrandPage,
    ids::ClientId,
    policy::{Action, check_role},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What brand pages are called in the live feed.
const ENTITY: &str = "brand_page";

/// What the parts of the page work with.
#[derive(Clone, Copy)]
struct Shown {
    client: ClientId,
    page: RwSignal<BrandPage>,
    reload: Callback<()>,
    /// Whether the viewer writes it.
    writes: bool,
}

impl Shown {
    /// Where the page is.
    fn address(self) -> String {
        address(self.client)
    }
}

/// Where the brand page of a client is.
pub fn address(client: ClientId) -> String {
    format!("/clients/{client}/brand")
}

/// The page "Brand".
#[component]
pub fn ClientBrand() -> impl IntoView {
    one_record("Brand", load_brand, |page, _| brand(page))
}

fn brand(first: BrandPage) -> AnyView {
    let (client, seq) = (first.client.id, first.seq);
    let title = format!("{}: brand", first.client.name);
    let engagements = engagements(&first);
    let concerns =
        |change: &LiveChange| matches!(&change.what, Changed::Other(what) if what == ENTITY);
    let Fresh {
        now: page,
        offline,
        reload,
    } = fresh(first, seq, concerns, move || load_brand(client));
    let writes =
        use_viewer().is_some_and(|viewer| check_role(viewer.role, Action::WriteBrand).is_ok());
    let shown = Shown {
        client,
        page,
        reload,
        writes,
    };
    let query = use_query_map();
    let editing = Memo::new(move |_| writes && query.read().get("edit").is_some());
    let edit = move || (writes && !editing.get()).then(|| edit_link(shown));
    let body = move || {
        if editing.get() {
            write::write(shown)
        } else {
            known(shown)
        }
    };
    view! {
        <Page title note="What whoever makes something for this client must know. Each pod request begins with a copy of it." actions=edit>
            <OfflineBar offline />
            <div class="columns">
                <div class="stack">{body} {changed(shown)}</div>
                <div class="stack">{files::files(shown)} {engagements}</div>
            </div>
        </Page>
    }
    .into_any()
}

/// A link, so that it opens the form without scripts as well.
fn edit_link(shown: Shown) -> AnyView {
    let href = format!("{}?edit=1", shown.address());
    view! { <a class="button" href=href data-noscroll="true">{Icon::Edit.small()} "Edit"</a> }
        .into_any()
}

fn known(shown: Shown) -> AnyView {
    let brand = Memo::new(move |_| shown.page.read().brand.clone());
    let read = move || {
        let brand = brand.read();
        if brand.is_empty() {
            let note = "Text, links and files that are written here come with every pod request.";
            view! { <EmptyState icon=Icon::Flag title="Nothing is written of this brand yet" note /> }.into_any()
        } else {
            said(&brand)
        }
    };
    read.into_any()
}

/// Who last changed it.
fn changed(shown: Shown) -> AnyView {
    let line = move || {
        let page = shown.page.read();
        let by = page.by.as_ref().map(|by| format!(" by {by}"));
        page.at.map(|at| view! { <p class="muted small">"Version " {page.version} ", " <When at=at /> {by}</p> })
    };
    line.into_any()
}

fn engagements(page: &BrandPage) -> Option<AnyView> {
    let links = page.engagements.iter().map(|one| {
        let href = format!("/engagements/{}", one.id);
        view! { <li><a href=href>{one.name.clone()}</a></li> }
    });
    (!page.engagements.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="engagements">
                <h2 id="engagements">"Engagements"</h2>
                <ul class="links">{links.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
