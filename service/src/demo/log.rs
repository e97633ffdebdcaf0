//! What is told of the year so far: events are entered as they happened, or a little later, and
//! nothing that lies after today's moment.

use super::{course, rng::Rng, year::Year};
use crate::import::{
    batch::Batch,
    format::{HandoffEventRow, JobEventRow, Key},
};
use chrono::TimeDelta;
use domain::{handoff::HandoffEventKind, job::JobEventKind, time::Instant};

/// The story while it is told.
#[derive(Debug)]
pub struct Log<'a> {
    /// The days.
    pub year: &'a Year,
    /// The chance of this part of the story.
    pub rng: Rng,
    /// What was told so far.
    pub batch: &'a mut Batch,
}

impl Log<'_> {
    /// Enters an event of a job; none where it lies in the future.
    pub fn job(
        &mut self,
        job: &Key,
        at: Instant,
        event: JobEventKind,
        actor: &Key,
    ) -> Option<&mut JobEventRow> {
        let recorded_at = self.recorded_at(at);
        if !self.year.is_past(at) {
            return None;
        }
        self.batch.job_events.push(JobEventRow {
            job: job.clone(),
            at,
            event,
            reason: String::new(),
            actor: Some(actor.clone()),
            recorded_at,
        });
        self.batch.job_events.last_mut()
    }

    /// Enters an event of a handoff; none where it lies in the future.
    pub fn handoff(
        &mut self,
        handoff: &Key,
        at: Instant,
        event: HandoffEventKind,
        actor: &Key,
    ) -> Option<&mut HandoffEventRow> {
        let recorded_at = self.recorded_at(at);
        if !self.year.is_past(at) {
            return None;
        }
        self.batch.handoff_events.push(HandoffEventRow {
            handoff: handoff.clone(),
            at,
            event,
            waived: Vec::new(),
            case_study: None,
            reason: String::new(),
            actor: Some(actor.clone()),
            recorded_at,
        });
        self.batch.handoff_events.last_mut()
    }

    /// Most events are entered when they happen; some minutes to hours later, never in the future.
    fn recorded_at(&mut self, at: Instant) -> Option<Instant> {
        let part = self.year.part(self.year.day_of(at));
        let late = self.rng.chance(course::ENTERED_LATE.at(part));
        let minutes = self.rng.between(2.0, 260.0) as i64;
        let recorded = at + TimeDelta::minutes(minutes);
        (late && self.year.is_past(recorded)).then_some(recorded)
    }
}
