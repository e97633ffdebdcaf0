//! Lists of jobs.

use super::{cards::cards, work::see_jobs};
use crate::{Result, Service, live};
use domain::{
    job::{JobCard, JobFilter, JobList, JobState},
    policy::{Actor, Scope, scope},
};

/// How many jobs are handed out at once.
pub const PAGE: usize = 100;

/// The jobs that pass the filter, after the first `skip`, at most [`PAGE`]: those with a running
/// clock first, the most urgent before the others; then the latest. A client's are its own.
///
/// # Errors
/// When the actor may not open jobs.
pub async fn list(
    service: &Service,
    actor: &Actor,
    filter: &JobFilter,
    skip: usize,
) -> Result<JobList> {
    see_jobs(actor)?;
    let client = match scope(actor) {
        Scope::All => None,
        Scope::Client(own) => Some(own),
        Scope::Nothing => return Ok(JobList::default()),
    };
    let now = service.now();
    let mut tx = service.db().read().await?;
    let seq = live::latest(&mut tx).await?;
    let open = filter.states.iter().all(|state| JobState::is_open(*state));
    let mut cards = cards(&mut tx, client, open).await?;
    cards.retain(|card| filter.passes(card, now));
    cards.sort_by_key(urgency);
    let total = i64::try_from(cards.len()).unwrap_or(i64::MAX);
    let cards = cards.into_iter().skip(skip).take(PAGE).collect();
    Ok(JobList { seq, total, cards })
}

/// Running clocks by their due time, then all others, the latest first.
pub(super) fn urgency(card: &JobCard) -> (bool, i64, domain::ids::JobId) {
    let running = card.clock.met_at.is_none() && !card.clock.void;
    match card.clock.due_at.filter(|_| running) {
        Some(due) => (false, due.timestamp_millis(), card.id),
        None => (true, -card.submitted_at.timestamp_millis(), card.id),
    }
}
