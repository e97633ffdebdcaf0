//! Which address shows which page.

use crate::{
    boot::provide_boot,
    frame::{AgencyFrame, Home, OwnFrame, PortalFrame},
    pages,
    parts::{Finding, Handoffs, Numbers, Own, Portal, Work},
    ui::{announcer::provide_announcer, now::provide_now, toast::provide_toasts},
};
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
        // The empty text is what stands while one page goes and the next one comes: a tab is never without a name.
        <Title text="" formatter=tab_title />
        <Router>
            <Routes fallback=pages::Nowhere>
                <Route path=path!("/") view=Home />
                <Route path=path!("/sign-in") view=pages::SignIn />
                <ParentRoute path=path!("/portal") view=PortalFrame>
                    <Route path=path!("") view=Portal::Home ssr=SsrMode::Async />
                    <Route path=path!("new") view=Own::New ssr=SsrMode::Async />
                    <Route path=path!("jobs/:id") view=Own::Job ssr=SsrMode::Async />
                </ParentRoute>
                <ParentRoute path=path!("") view=AgencyFrame>
                    <Route path=path!("board") view=Handoffs::Board ssr=SsrMode::Async />
                    <Route path=path!("board/list") view=Work::List ssr=SsrMode::Async />
                    <Route path=path!("views") view=Work::Views ssr=SsrMode::Async />
                    <Route path=path!("board/limits") view=Work::Limits ssr=SsrMode::Async />
                    <Route path=path!("handoffs/:id") view=Work::Handoff ssr=SsrMode::Async />
                    <Route path=path!("handoffs/:id/report") view=Work::Report ssr=SsrMode::Async />
                    <Route path=path!("jobs") view=Work::Jobs ssr=SsrMode::Async />
                    <Route path=path!("jobs/:id") view=Work::Job ssr=SsrMode::Async />
                    <Route path=path!("engagements") view=Work::Engagements ssr=SsrMode::Async />
                    <Route path=path!("engagements/:id") view=Work::Engagement ssr=SsrMode::Async />
                    <Route path=path!("clients/:id/brand") view=Work::Brand ssr=SsrMode::Async />
                    <Route path=path!("dashboard") view=Numbers::Dashboard />
                    <Route path=path!("quality") view=Work::Quality ssr=SsrMode::Async />
                    <Route path=path!("plan") view=Work::Plan />
                    <Route path=path!("team") view=Work::Team />
                    <Route path=path!("team/:id") view=Work::Desk ssr=SsrMode::Async />
                    <Route path=path!("feed") view=Finding::Feed ssr=SsrMode::Async />
                    <Route path=path!("search") view=Finding::Search ssr=SsrMode::Async />
                </ParentRoute>
                <ParentRoute path=path!("/account") view=OwnFrame>
                    <Route path=path!("") view=Own::Account ssr=SsrMode::Async />
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
