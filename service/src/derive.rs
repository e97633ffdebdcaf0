//! What a history makes of the columns that a board reads: state, stage and clock.
//!
//! Called after every event, by use cases and the import alike, so that the columns never say
//! anything else than the history.

use crate::{
    Error, Result,
    db::rows::{HandoffItemRow, HandoffRow, JobRow, meaning::json},
};
use domain::{
    calendar::Calendar,
    clock::Clock,
    facts::{EngagementFact, HandoffFact, JobFact},
    handoff::{self, DueInputs, HandoffEventKind, Item, gate::ItemState},
    job,
};
use uuid::Uuid;

/// Sets the state and clock of a job from its history; the clock is handed back.
///
/// # Errors
/// When the history is none that the machine has: a fault, since it was checked when it was written.
pub fn job(row: &mut JobRow, fact: &JobFact, calendar: &Calendar) -> Result<Clock> {
    let progress = job::Progress::replay(&fact.events);
    let progress = progress.map_err(|(at, error)| broken(&row.key, at, error))?;
    let clock = job::clock(calendar, fact);
    row.state = progress.state().name().to_owned();
    row.before_hold = progress.before_hold().map(|state| state.name().to_owned());
    row.clock = json(&clock)?;
    row.due_at = clock.due_at;
    Ok(clock)
}

/// Sets the stage, clock and milestones of a handoff from its history. `job` is the clock of its
/// job, for an H3.
///
/// # Errors
/// When the history is none that the machine has.
pub fn handoff(
    row: &mut HandoffRow,
    fact: &HandoffFact,
    engagement: &EngagementFact,
    job: Option<Clock>,
    calendar: &Calendar,
) -> Result<()> {
    let progress = handoff::Progress::replay(fact.kind, &fact.events);
    let progress = progress.map_err(|(at, error)| broken(&row.key, at, error))?;
    let inputs = DueInputs::of(fact, engagement, job);
    let clock = handoff::clock(fact.kind, &calendar.zone, &inputs);
    let accepted = handoff::acceptance(&fact.events);
    row.stage = progress.stage().name().to_owned();
    row.clock = json(&clock)?;
    row.due_at = clock.due_at;
    row.answered_at = handoff::availability_answered_at(&fact.events);
    row.accepted_at = accepted.map(|event| event.at);
    row.case_study = accepted.is_some_and(|event| event.case_study);
    row.returns = i64::try_from(handoff::returns(&fact.events)).unwrap_or(i64::MAX);
    Ok(())
}

/// The items of a handoff that came with its history, without their texts: what was in its last
/// submission is filled in, what was waived there is waived; before one, everything is missing.
pub fn items(id: Uuid, fact: &HandoffFact) -> Vec<HandoffItemRow> {
    let mut submissions = fact
        .events
        .iter()
        .filter(|event| event.kind == HandoffEventKind::Submitted);
    let last = submissions.next_back();
    let state = |item: &Item| match last {
        None => ItemState::Missing,
        Some(event) if event.waived.contains(item) => ItemState::Waived,
        Some(_) => ItemState::Filled,
    };
    let row = |item: &Item| HandoffItemRow {
        handoff: id,
        item: item.name().to_owned(),
        state: state(item).name().to_owned(),
        body: String::new(),
        filled_at: last.map(|event| event.at),
        filled_by: None,
    };
    fact.kind.required().iter().map(row).collect()
}

fn broken(key: &str, at: usize, error: impl std::fmt::Display) -> Error {
    Error::fault(
        "a stored history",
        format!("{key}, event {}: {error}", at + 1),
    )
}
