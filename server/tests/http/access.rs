//! Who may do what: every route, every page and every server function × everybody, own things, another client's things
//! and things that there are not. What stands in no table here fails, so nothing can be added without saying who may.

mod functions;
mod pages;
mod routes;

use crate::support::{Agency, Answer, Who};
use axum::http::StatusCode;

/// Nothing has this id.
const NOTHING: &str = "01890000-0000-7000-8000-000000000000";

/// How somebody is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// It is done, or fails for another reason than who asks: an argument, a rule of the machine.
    Yes,
    /// Sign in first.
    SignIn,
    /// Sent to one's own first page.
    Home,
    /// Others may.
    No,
    /// There is no such thing.
    Missing,
}

impl Told {
    fn by(answer: &Answer) -> Self {
        match answer.status {
            StatusCode::UNAUTHORIZED => Self::SignIn,
            // A rule of the machine refuses too; a role's refusal says who may.
            StatusCode::FORBIDDEN if answer.body.contains("Only ") => Self::No,
            StatusCode::NOT_FOUND => Self::Missing,
            StatusCode::FOUND if answer.location().starts_with("/sign-in") => Self::SignIn,
            StatusCode::FOUND => Self::Home,
            status if status.is_server_error() => panic!("a fault: {answer:?}"),
            _ => Self::Yes,
        }
    }
}

const CLIENTS: &[Who] = &[Who::Nora, Who::Sam];
const STAFF: &[Who] = &[
    Who::Producer,
    Who::Sales,
    Who::Generative,
    Who::Executive,
    Who::Admin,
];
/// Whoever may see the people's load.
const NOT_SALES: &[Who] = &[Who::Producer, Who::Executive, Who::Admin];
/// Whoever may see how often whose work goes back.
const JUDGES: &[Who] = &[Who::Producer, Who::Generative, Who::Executive, Who::Admin];
const SIGNED_IN: &[Who] = &[
    Who::Nora,
    Who::Sam,
    Who::Producer,
    Who::Sales,
    Who::Generative,
    Who::Executive,
    Who::Admin,
];

/// The ids that a path or an argument can be about: Northwind's, Southgate's and nobody's. An empty thing is the client
/// itself; one that begins with `=` is the agency's own.
fn ids(agency: &Agency, thing: &str) -> [String; 3] {
    if let Some(own) = thing.strip_prefix('=') {
        let id = agency.id(own).to_string();
        return [id.clone(), id, NOTHING.to_owned()];
    }
    let of = |client: &str| {
        agency
            .id(format!("{client}-{thing}").trim_end_matches('-'))
            .to_string()
    };
    [of("north"), of("south"), NOTHING.to_owned()]
}

/// What is told apart from page to page only because a page names itself and its own scripts.
fn without_names(body: &str, id: &str, answer: &Answer) -> String {
    let policy = answer.header(axum::http::header::CONTENT_SECURITY_POLICY);
    let nonce = policy
        .split_once("'nonce-")
        .map(|(_, rest)| rest.split('\'').next().unwrap_or_default());
    let body = body.replace(id, "ID");
    nonce.map_or(body.clone(), |nonce| body.replace(nonce, "NONCE"))
}
