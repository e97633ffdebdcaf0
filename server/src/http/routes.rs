//! The table of routes. There is no other way to add one, and a test asks for each of them who may.

use super::{facts, files, functions, health, live, pages, state::Web};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    routing::{MethodRouter, get, post},
};
use std::time::Duration;
use tower_http::timeout::TimeoutLayer;

/// How long an answer that is no stream may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// One route: how it is asked, where, and what answers.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Its path, as axum writes it.
    pub path: &'static str,
    handler: fn() -> MethodRouter<Web>,
}

/// Every route but the pages, which the app's router lists, and the site's own files, which are everybody's.
pub const ROUTES: &[Route] = &[
    Route {
        method: "GET",
        path: "/healthz",
        handler: || get(health::alive),
    },
    Route {
        method: "GET",
        path: "/readyz",
        handler: || get(health::ready).layer(patience()),
    },
    Route {
        method: "GET",
        path: "/facts",
        handler: || get(facts::facts_of_viewer).layer(patience()),
    },
    Route {
        method: "GET",
        path: "/live",
        handler: || get(live::subscribe),
    },
    Route {
        method: "POST",
        path: "/api/{*function}",
        handler: || post(functions::run).layer(patience()),
    },
    Route {
        method: "GET",
        path: "/files/{id}",
        handler: || get(files::download),
    },
    Route {
        method: "POST",
        path: "/portal/jobs",
        handler: || post(files::request_job).layer(form_limit()),
    },
    Route {
        method: "POST",
        path: "/jobs/{id}/files",
        handler: || post(files::to_job).layer(form_limit()),
    },
    Route {
        method: "POST",
        path: "/handoffs/{id}/files",
        handler: || post(files::to_handoff).layer(form_limit()),
    },
    Route {
        method: "POST",
        path: "/clients/{id}/files",
        handler: || post(files::to_brand).layer(form_limit()),
    },
    Route {
        method: "GET",
        path: "/handoffs/{id}/case-study.zip",
        handler: || get(files::case_study),
    },
];

/// Adds all routes and the pages.
pub(super) fn add(mut router: Router<Web>, pages: Vec<String>) -> Router<Web> {
    for route in ROUTES {
        router = router.route(route.path, (route.handler)());
    }
    for path in pages {
        router = router.route(&path, get(pages::render).layer(patience()));
    }
    router
}

fn patience() -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE)
}

fn form_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(files::MOST_FORM_BYTES)
}
