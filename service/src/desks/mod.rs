//! What somebody holds, and passing all of it on in one step.

mod load;
mod pass;

pub use pass::pass;

use crate::{Result, Service};
use domain::{
    desk::Desk,
    ids::PersonId,
    policy::{Action, Actor, may},
};

/// Everything that a person holds, with those who could take it.
///
/// # Errors
/// When the actor may not pass it on, or there is no such person.
pub async fn desk(service: &Service, actor: &Actor, person: PersonId) -> Result<Desk> {
    may(actor, Action::PassDesk(person))?;
    let mut tx = service.db().read().await?;
    load::desk(service, &mut tx, person).await
}
