//! Which address shows which page.

use crate::{
    boot::provide_boot,
    frame::{AgencyFrame, Home, OwnFrame, PortalFrame, guarded},
    pages,
    ui::{announcer::provide_announcer, now::provide_now, toast::provide_toasts},
};
use domain::policy::Page;
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{ParentRoute, Route, Router, Routes},
    path,
};

/// The app: contexts, then the routes inside their frames. Pages that must work with scripts off are sent whole
/// (`Async`): what streams in later is put in its place by a script.
#[component]
pub fn App() -> impl IntoView {
    reload_on_redirect();
    provide_meta_context();
    let boot = provide_boot();
    provide_now(boot.now);
    provide_announcer();
    provide_toasts();
    view! {
        <Title formatter=tab_title />
        <Router>
            <Routes fallback=pages::NotFound>
                <Route path=path!("/") view=Home />
                <Route path=path!("/sign-in") view=pages::SignIn />
                <ParentRoute path=path!("/portal") view=PortalFrame>
                    <Route path=path!("") view=pages::portal::PortalHome ssr=SsrMode::Async />
                    <Route path=path!("new") view=pages::portal::NewRequest ssr=SsrMode::Async />
                    <Route path=path!("jobs/:id") view=pages::portal::PortalJob ssr=SsrMode::Async />
                </ParentRoute>
                <ParentRoute path=path!("") view=AgencyFrame>
                    <Route path=path!("board") view=|| guarded(Page::Board, || pages::Board().into_any()) ssr=SsrMode::Async />
                    <Route path=path!("handoffs/:id") view=pages::Handoff ssr=SsrMode::Async />
                    <Route path=path!("jobs") view=|| guarded(Page::Jobs, || pages::Jobs().into_any()) ssr=SsrMode::Async />
                    <Route path=path!("jobs/:id") view=pages::Job ssr=SsrMode::Async />
                    <Route path=path!("engagements") view=|| guarded(Page::Engagements, || pages::Engagements().into_any()) ssr=SsrMode::Async />
                    <Route path=path!("engagements/:id") view=pages::Engagement ssr=SsrMode::Async />
                    <Route path=path!("dashboard") view=|| guarded(Page::Dashboard, || pages::Dashboard().into_any()) />
                    <Route path=path!("plan") view=|| guarded(Page::Plan, || pages::Plan().into_any()) />
                    <Route path=path!("team") view=|| guarded(Page::Team, || pages::Team().into_any()) />
                </ParentRoute>
                <ParentRoute path=path!("/account") view=OwnFrame>
                    <Route path=path!("") view=pages::Account ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

fn tab_title(page: String) -> String {
    if page.is_empty() {
        "Baton".into()
    } else {
        format!("{page} · Baton")
    }
}

/// A redirect answered by a server function loads the page anew, so that nothing of a session that has ended or
/// begun stays in memory. The first hook set wins, so this must come before the router's.
fn reload_on_redirect() {
    #[cfg(feature = "hydrate")]
    let _ = leptos::server_fn::redirect::set_redirect_hook(|to| {
        let _ = window().location().assign(to);
    });
}
