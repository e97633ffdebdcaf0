//! What a job's history says about its clock.

use super::{JobEvent, JobEventKind};
use crate::{
    calendar::{Calendar, Hold},
    clock::Clock,
    facts::JobFact,
    time::Instant,
};

/// The times on hold, in order; the last is open where the job is on hold now.
pub fn holds(events: &[JobEvent]) -> Vec<Hold> {
    let mut holds: Vec<Hold> = Vec::new();
    for event in events {
        match event.kind {
            JobEventKind::Held => holds.push(Hold {
                from: event.at,
                to: None,
            }),
            JobEventKind::Resumed | JobEventKind::Cancelled => {
                if let Some(hold) = holds.last_mut().filter(|hold| hold.to.is_none()) {
                    hold.to = Some(event.at);
                }
            }
            _ => {}
        }
    }
    holds
}

/// The holds that began before the first delivery: those that move the due time.
pub fn holds_before_delivery(events: &[JobEvent]) -> Vec<Hold> {
    let until = events
        .iter()
        .position(|event| event.kind == JobEventKind::Delivered);
    holds(&events[..until.unwrap_or(events.len())])
}

/// When the job was first delivered.
pub fn first_delivery(events: &[JobEvent]) -> Option<Instant> {
    first(events, &[JobEventKind::Delivered])
}

/// When the job was declined or cancelled.
pub fn dropped_at(events: &[JobEvent]) -> Option<Instant> {
    first(events, &[JobEventKind::Declined, JobEventKind::Cancelled])
}

fn first(events: &[JobEvent], kinds: &[JobEventKind]) -> Option<Instant> {
    let found = events.iter().find(|event| kinds.contains(&event.kind));
    found.map(|event| event.at)
}

/// The SLA clock of a job: from its submission to its first delivery.
pub fn clock(calendar: &Calendar, job: &JobFact) -> Clock {
    let holds = holds_before_delivery(&job.events);
    let met_at = first_delivery(&job.events);
    Clock {
        met_at,
        void: met_at.is_none() && dropped_at(&job.events).is_some(),
        ..Clock::by_sla(calendar, job.sla, job.submitted_at, &holds)
    }
}
