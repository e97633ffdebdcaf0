//! The screens, rendered whole on the server: a page is right, with its status, before any script has run.

use super::{context, state::Web, typed};
use app::shell::shell;
use axum::{
    extract::{Request, State},
    response::Response,
};
use leptos::prelude::provide_context;
use tower_sessions::Session;

/// The addresses that show a page, as the app's own router lists them.
pub fn paths() -> Vec<String> {
    let listed = leptos_axum::generate_route_list(app::App);
    let mut paths: Vec<String> = listed.iter().map(|page| page.path().to_owned()).collect();
    paths.sort();
    paths.dedup();
    paths
}

/// Renders the page of the request's address; for an unknown one that is the app's "not found", with its status.
pub async fn render(State(web): State<Web>, request: Request) -> Response {
    let provide = context::of_request(&web, &request);
    let (headers, session) = (
        request.headers().clone(),
        request.extensions().get::<Session>().cloned(),
    );
    let typed = typed::take(&headers, session.as_ref()).await;
    let provide_all = move || {
        provide();
        provide_context(typed.clone());
        context::allow_scripts();
    };
    leptos_axum::render_app_async_with_context(provide_all, shell)(request).await
}
