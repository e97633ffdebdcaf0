//! `baton export`: everything of the agency as files of the import format.
//!
//! Rows are sorted by key, events by what they happened to and then by time, so that the same
//! database gives the same bytes.

mod batch;
mod stored;

pub use stored::Stored;

use crate::{Result, Service, import::format::Files};
use domain::policy::{Action, Actor, may};

/// The files of everything that is stored.
///
/// # Errors
/// When the actor may not, or the database cannot be read.
pub async fn export(service: &Service, actor: &Actor) -> Result<Files> {
    may(actor, Action::Export)?;
    let mut tx = service.db().read().await?;
    let stored = Stored::read(&mut tx).await?;
    Ok(stored.batch()?.files())
}
