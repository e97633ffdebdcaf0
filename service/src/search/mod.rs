//! Finding clients, engagements, handoffs, jobs and people by what they are called.

mod find;
mod pattern;

use crate::{Result, Service};
use domain::{
    policy::{Action, Actor, may},
    search::{Hit, HitKind, LONGEST_SEARCH, best},
};

/// What answers `typed` best, of the kinds that the actor may see: some of each, grouped by kind.
///
/// # Errors
/// When the actor may not search.
pub async fn search(service: &Service, actor: &Actor, typed: &str) -> Result<Vec<Hit>> {
    may(actor, Action::Search)?;
    let typed: String = typed.trim().chars().take(LONGEST_SEARCH).collect();
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let patterns = pattern::Patterns::of(&typed);
    let mut tx = service.db().read().await?;
    let mut hits = domain::search::actions(actor.role);
    for &kind in HitKind::ALL {
        if may(actor, kind.action()).is_ok() {
            hits.extend(find::of_kind(&mut tx, kind, &patterns).await?);
        }
    }
    Ok(best(&typed, hits))
}
