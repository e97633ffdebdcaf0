//! Who stands in which frame.

use super::{agency::agency_frame, portal::portal_frame};
use crate::{
    api::viewer::Viewer,
    boot::use_viewer,
    ui::{EmptyState, Icon},
};
use domain::{
    people::AccessRole,
    policy::{Page, check_role},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{
    components::{Outlet, Redirect},
    hooks::use_url,
    location::Url,
};

/// Around the agency's pages: a client is sent to its portal.
#[component]
pub fn AgencyFrame() -> impl IntoView {
    framed(|viewer| {
        if is_client(&viewer) {
            home(&viewer)
        } else {
            agency_frame(viewer, outlet)
        }
    })
}

/// Around the portal: the agency's own people are sent to their first page.
#[component]
pub fn PortalFrame() -> impl IntoView {
    framed(|viewer| {
        if is_client(&viewer) {
            portal_frame(viewer, outlet)
        } else {
            home(&viewer)
        }
    })
}

/// Around pages that everybody has: each in their own frame.
#[component]
pub fn OwnFrame() -> impl IntoView {
    framed(|viewer| framed_for(viewer, outlet))
}

/// The viewer's own frame around `inside`.
pub fn framed_for(viewer: Viewer, inside: fn() -> AnyView) -> AnyView {
    if is_client(&viewer) {
        portal_frame(viewer, inside)
    } else {
        agency_frame(viewer, inside)
    }
}

/// The page of the route.
fn outlet() -> AnyView {
    view! { <Outlet /> }.into_any()
}

/// The page, or who may open it where the viewer's role may not.
pub fn guarded(page: Page, view: fn() -> AnyView) -> AnyView {
    let refusal = use_viewer().and_then(|viewer| check_role(viewer.role, page.action()).err());
    match refusal {
        None => view(),
        Some(refusal) => {
            #[cfg(feature = "ssr")]
            if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
                response.set_status(http::StatusCode::FORBIDDEN);
            }
            let title = format!("{} is closed to you", page.title());
            let note = format!("{refusal} Ask an administrator if you should be one of them.");
            view! {
                <Title text=title.clone() />
                <main class="page" id="main">
                    <EmptyState icon=Icon::Lock title note=note heading=true />
                </main>
            }
            .into_any()
        }
    }
}

/// `/`: each role's first page.
#[component]
pub fn Home() -> impl IntoView {
    framed(|viewer| home(&viewer))
}

fn is_client(viewer: &Viewer) -> bool {
    viewer.role == AccessRole::Client
}

fn home(viewer: &Viewer) -> AnyView {
    view! { <Redirect path=viewer.home() /> }.into_any()
}

/// A stranger is sent to the sign-in, which remembers where they wanted to go.
fn framed(frame: fn(Viewer) -> AnyView) -> AnyView {
    match use_viewer() {
        Some(viewer) => frame(viewer),
        None => {
            let next = Url::escape(&asked(&use_url().read_untracked()));
            view! { <Redirect path=format!("/sign-in?next={next}") /> }.into_any()
        }
    }
}

/// The page that was asked for, with its question.
fn asked(url: &Url) -> String {
    match url.search() {
        "" => url.path().to_owned(),
        question => format!("{}?{question}", url.path()),
    }
}
