//! What pages and server functions find in their context.

use super::{
    headers::page_policy,
    session::{SignedIn, Source},
    state::Web,
};
use app::{
    boot::Boot,
    context::Visit,
    ui::looks::{self, Looks},
};
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, header},
};
use domain::calendar::Calendar;
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use tower_sessions::Session;

/// Puts into the context who asks, when, for what files, and how the page begins.
pub fn of_request(web: &Web, request: &Request) -> impl Fn() + Clone + Send + Sync + 'static {
    let signed_in = request.extensions().get::<SignedIn>().cloned();
    let source = request.extensions().get::<Source>().cloned();
    let now = web.now();
    let boot = Boot {
        viewer: signed_in.as_ref().map(|who| who.viewer.clone()),
        now,
        calendar: calendar(web, signed_in.is_some()),
        looks: looks_of(request.headers()),
    };
    let visit = Visit {
        service: web.service().clone(),
        session_hash: signed_in.as_ref().map(|who| who.session.clone()),
        user_agent: text(request.headers(), header::USER_AGENT),
        actor: signed_in.map(|who| who.actor),
        session: request.extensions().get::<Session>().cloned(),
        source: source.map(|source| source.0).unwrap_or_default(),
        now,
    };
    let assets = web.assets().clone();
    move || {
        provide_context(visit.clone());
        provide_context(boot.clone());
        provide_context(assets.clone());
    }
}

/// What clocks are counted down by. Strangers see none: they are told the zone alone.
fn calendar(web: &Web, signed_in: bool) -> Calendar {
    let now = web.now();
    web.service().last_calendar(|calendar| match signed_in {
        true => calendar.ahead(now),
        false => Calendar::usual(calendar.zone.clone()),
    })
}

/// Lets the browser run the scripts of this page, which carry its nonce, and no others.
pub fn allow_scripts() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    if let Ok(policy) = HeaderValue::from_str(&page_policy(&nonce)) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> String {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned()
}

fn looks_of(headers: &HeaderMap) -> Looks {
    cookie(headers, looks::COOKIE)
        .map(Looks::from_cookie)
        .unwrap_or_default()
}

/// The value of a cookie that is not ours alone to write, and so may be anything.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|line| line.to_str().ok());
    let mut pairs = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}
