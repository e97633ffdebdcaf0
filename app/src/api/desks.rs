//! Passing on a desk.

#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::{desk::Desk, ids::PersonId};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Everything that a person holds.
#[server]
pub async fn load_desk(person: PersonId) -> Result<Desk, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::desks::desk(&service, &actor, person).await?)
}

/// Passes all of it on, and goes to the team. `seats` says who takes each place, `notes` what each receiver is told,
/// as a form has them: `seats[engagement:…:producer]=…`, `notes[to:…]=…`. A name in brackets that began with a digit
/// would be read as a place in a list.
#[server]
pub async fn pass_desk(
    person: PersonId,
    #[server(default)] seats: BTreeMap<String, String>,
    #[server(default)] notes: BTreeMap<String, String>,
) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let command = domain::desk::PassDesk {
        person,
        to: pairs(seats.into_iter())?,
        notes: pairs(
            notes
                .into_iter()
                .map(|(to, note)| (to.replacen("to:", "", 1), note)),
        )?,
    };
    service::desks::pass(&service, &actor, command).await?;
    leptos_axum::redirect("/team");
    Ok(())
}

/// The fields of a form as what they mean.
#[cfg(feature = "ssr")]
fn pairs<K, V>(fields: impl Iterator<Item = (String, String)>) -> Result<Vec<(K, V)>, ApiError>
where
    K: std::str::FromStr<Err: ToString>,
    V: std::str::FromStr<Err: ToString>,
{
    let wrong = |sentence: String| ApiError::invalid("seats", sentence);
    let pair = |(key, value): (String, String)| {
        let key = key.parse().map_err(|bad: K::Err| wrong(bad.to_string()))?;
        let value = value
            .parse()
            .map_err(|bad: V::Err| wrong(bad.to_string()))?;
        Ok((key, value))
    };
    fields.map(pair).collect()
}
