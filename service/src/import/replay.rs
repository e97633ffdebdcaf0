//! Events put in order and followed through the state machines.

use super::{
    batch::{Merged, Unread},
    check::Lookup,
    fault::Faults,
    format::{HandoffEventRow, JobEventRow, Table},
    merge::Entry,
};
use domain::{handoff, job, time::Instant};
use std::collections::HashMap;

/// An event in a history.
#[derive(Debug)]
pub struct Told<'a, T> {
    /// Its place among all events, those that are stored first.
    pub place: usize,
    /// The event.
    pub entry: &'a Entry<T>,
}

/// The events of each job or handoff, by its key: in order of time, then as they are stored, then
/// as the files list them.
pub type Histories<'a, T> = HashMap<&'a str, Vec<Told<'a, T>>>;

/// The events of each job.
pub fn job_histories(merged: &Merged) -> Histories<'_, JobEventRow> {
    histories(&merged.job_events, |event| (event.job.as_str(), event.at))
}

/// The events of each handoff.
pub fn handoff_histories(merged: &Merged) -> Histories<'_, HandoffEventRow> {
    histories(&merged.handoff_events, |event| {
        (event.handoff.as_str(), event.at)
    })
}

fn histories<T>(entries: &[Entry<T>], place: impl Fn(&T) -> (&str, Instant)) -> Histories<'_, T> {
    let mut histories = Histories::new();
    for (at, entry) in entries.iter().enumerate() {
        let (key, _) = place(&entry.row);
        histories
            .entry(key)
            .or_default()
            .push(Told { place: at, entry });
    }
    for events in histories.values_mut() {
        // Stable: what happened at the same instant stays in the order in which it is listed.
        events.sort_by_key(|told| place(&told.entry.row).1);
    }
    histories
}

/// Notes every history that cannot have happened. One that has an event that could not be read is
/// not followed.
pub fn replay(merged: &Merged, known: &Lookup<'_>, unread: &Unread, faults: &mut Faults) {
    for (key, events) in job_histories(merged) {
        if let Some(job) = known.jobs.get(key)
            && !unread.job_events.has(key)
        {
            replay_job(job.submitted_at, &events, faults);
        }
    }
    for (key, events) in handoff_histories(merged) {
        if let Some(handoff) = known.handoffs.get(key)
            && !unread.handoff_events.has(key)
        {
            replay_handoff(handoff.kind, &events, faults);
        }
    }
}

fn replay_job(submitted_at: Instant, events: &[Told<'_, JobEventRow>], faults: &mut Faults) {
    let mut progress = job::Progress::SUBMITTED;
    for Told { entry, .. } in events {
        let event = &entry.row;
        if event.at < submitted_at {
            let why = format!("happens before the job was submitted at {submitted_at}");
            note(events, entry, "at", event.at.to_rfc3339(), why, faults);
            return;
        }
        match progress.after(event.event) {
            Ok(next) => progress = next,
            Err(refused) => {
                let why = format!(
                    "{refused} (job `{}`, at {})",
                    event.job,
                    event.at.to_rfc3339()
                );
                note(events, entry, "event", event.event.name(), why, faults);
                return;
            }
        }
    }
}

fn replay_handoff(
    kind: handoff::HandoffKind,
    events: &[Told<'_, HandoffEventRow>],
    faults: &mut Faults,
) {
    let mut progress = handoff::Progress::new(kind);
    for Told { entry, .. } in events {
        let event = &entry.row;
        match progress.after_kind(event.event) {
            Ok(next) => progress = next,
            Err(refused) => {
                let why = format!(
                    "{refused} (handoff `{}`, at {})",
                    event.handoff,
                    event.at.to_rfc3339()
                );
                note(events, entry, "event", event.event.name(), why, faults);
                return;
            }
        }
    }
}

/// Notes a fault of an event. One that is stored already became impossible by an event of the
/// files, so that one is named.
fn note<T: Table>(
    events: &[Told<'_, T>],
    at: &Entry<T>,
    column: &str,
    value: impl Into<String>,
    why: String,
    faults: &mut Faults,
) {
    let line = at
        .line
        .or_else(|| events.iter().find_map(|told| told.entry.line));
    faults.add(T::FILE, line.unwrap_or(1), column, value, why);
}
