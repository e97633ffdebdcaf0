//! What becomes of a job, and of the handoff of its deliverable.

use super::{
    cast,
    companies::{COMPANIES, IN_TROUBLE},
    course::{self, FIRST_PASS, ON_TIME},
    deals::Deal,
    log::Log,
    pods::PODS,
    repertoire::{CANCELS, CHANGES, DECLINES, HOLDS, RETAKES, WAIVERS},
};
use crate::import::format::{HandoffRow, Key};
use domain::{
    calendar::Sla,
    handoff::{HandoffEventKind, HandoffKind, Item},
    job::JobEventKind,
    time::Instant,
};

/// A job that a client sent.
#[derive(Debug)]
pub struct Request<'a> {
    /// Its key.
    pub key: Key,
    /// Its engagement.
    pub deal: &'a Deal,
    /// What was promised.
    pub sla: Sla,
    /// When it was sent.
    pub at: Instant,
    /// Who sent it.
    pub by: Key,
}

/// Who makes and who checks.
struct Hands {
    maker: Key,
    producer: Key,
}

/// How the open hours between submission and delivery pass, with at most one wait for the client.
struct Course {
    from: Instant,
    hours: f64,
    wait: Option<(f64, Instant)>,
}

impl Course {
    /// When this share of the work is done.
    fn at(&self, share: f64, log: &Log<'_>) -> Instant {
        match self.wait {
            Some((held, resumed)) if share > held => {
                log.year.later(resumed, self.hours * (share - held))
            }
            _ => log.year.later(self.from, self.hours * share),
        }
    }
}

/// When some share of the work between the two is done.
fn between(course: &Course, low: f64, high: f64, log: &mut Log<'_>) -> Instant {
    let share = log.rng.between(low, high);
    course.at(share, log)
}

/// Tells the job's life up to today.
pub fn tell(job: &Request<'_>, log: &mut Log<'_>) {
    let pod = &PODS[COMPANIES[job.deal.client].pod];
    let maker = *log.rng.pick(pod.makers);
    let hands = Hands {
        maker: cast::person(maker),
        producer: cast::person(pod.producer),
    };
    let mut course = course(job, log);
    let fate = log.rng.unit();
    if fate < 0.015 {
        let declined = course.at(0.08, log);
        return with_reason(
            job,
            declined,
            JobEventKind::Declined,
            &hands.producer,
            &DECLINES,
            log,
        );
    }
    let accepted = between(&course, 0.03, 0.09, log);
    log.job(&job.key, accepted, JobEventKind::Accepted, &hands.producer);
    if fate < 0.035 {
        let cancelled = between(&course, 0.095, 0.12, log);
        return with_reason(
            job,
            cancelled,
            JobEventKind::Cancelled,
            &job.by,
            &CANCELS,
            log,
        );
    }
    let started = between(&course, 0.13, 0.2, log);
    log.job(&job.key, started, JobEventKind::Production, &hands.maker);
    let Some(handoff) = open(job, started, &hands, log) else {
        return;
    };
    if fate > 0.94 {
        wait(job, &mut course, &hands, log);
    }
    let delivered = make(job, &handoff, &course, &hands, log);
    answer(job, delivered, &hands, log);
}

/// Decides how long the work takes, against what was promised.
fn course(job: &Request<'_>, log: &mut Log<'_>) -> Course {
    let part = log.year.part(log.year.day_of(job.at));
    let mut in_time = ON_TIME.at(part);
    if COMPANIES[job.deal.client].pod == 0 {
        in_time -= course::OVERLOAD * part;
    }
    if job.deal.client == IN_TROUBLE {
        in_time -= course::TROUBLE;
    }
    let share = if log.rng.chance(in_time) {
        1.0 - 0.62 * log.rng.unit() * log.rng.unit() - 0.02
    } else {
        log.rng.between(1.05, 1.9)
    };
    let done = log.year.used(job.sla, job.at, share);
    let hours = log.year.open_hours(job.at, done).max(0.5);
    Course {
        from: job.at,
        hours,
        wait: None,
    }
}

fn wait(job: &Request<'_>, course: &mut Course, hands: &Hands, log: &mut Log<'_>) {
    const DONE_BEFORE: f64 = 0.3;
    let held = course.at(DONE_BEFORE, log);
    let resumed = log.year.later(held, log.rng.between(5.0, 26.0));
    with_reason(job, held, JobEventKind::Held, &hands.producer, &HOLDS, log);
    log.job(&job.key, resumed, JobEventKind::Resumed, &hands.producer);
    course.wait = Some((DONE_BEFORE, resumed));
}

/// Opens the H3 when the job enters production.
fn open(job: &Request<'_>, at: Instant, hands: &Hands, log: &mut Log<'_>) -> Option<Key> {
    if !log.year.is_past(at) {
        return None;
    }
    let key = Key(format!("h3-{}", job.key));
    log.batch.handoffs.push(HandoffRow {
        key: key.clone(),
        kind: HandoffKind::GenerativeToProduction,
        engagement: job.deal.key.clone(),
        job: Some(job.key.clone()),
        needed_on: None,
    });
    log.handoff(&key, at, HandoffEventKind::Opened, &hands.producer);
    Some(key)
}

/// Makes the deliverable, takes it through QC once or twice and delivers it; gives when.
fn make(
    job: &Request<'_>,
    handoff: &Key,
    course: &Course,
    hands: &Hands,
    log: &mut Log<'_>,
) -> Instant {
    let part = log.year.part(log.year.day_of(job.at));
    if log.rng.chance(FIRST_PASS.at(part)) {
        submit(job, handoff, between(course, 0.68, 0.84, log), hands, log);
        let seen = between(course, 0.86, 0.9, log);
        log.handoff(handoff, seen, HandoffEventKind::InReview, &hands.producer);
    } else {
        submit(job, handoff, between(course, 0.5, 0.62, log), hands, log);
        let returned = between(course, 0.68, 0.76, log);
        let reason = *log.rng.pick(&RETAKES);
        if let Some(event) = log.handoff(
            handoff,
            returned,
            HandoffEventKind::Returned,
            &hands.producer,
        ) {
            event.reason = reason.to_owned();
        }
        with_reason(
            job,
            returned,
            JobEventKind::Production,
            &hands.producer,
            &[reason],
            log,
        );
        submit(job, handoff, between(course, 0.84, 0.93, log), hands, log);
    }
    let delivered = course.at(1.0, log);
    log.handoff(
        handoff,
        delivered,
        HandoffEventKind::Accepted,
        &hands.producer,
    );
    log.job(
        &job.key,
        delivered,
        JobEventKind::Delivered,
        &hands.producer,
    );
    delivered
}

fn submit(job: &Request<'_>, handoff: &Key, at: Instant, hands: &Hands, log: &mut Log<'_>) {
    let waives = log.rng.chance(0.02);
    let reason = *log.rng.pick(&WAIVERS);
    if let Some(event) = log.handoff(handoff, at, HandoffEventKind::Submitted, &hands.maker)
        && waives
    {
        event.waived = vec![Item::SubmittedInPlatform];
        event.reason = reason.to_owned();
    }
    log.job(&job.key, at, JobEventKind::Qc, &hands.maker);
}

/// The client approves, at once or after changes.
fn answer(job: &Request<'_>, delivered: Instant, hands: &Hands, log: &mut Log<'_>) {
    let mut seen = log.year.later(delivered, log.rng.between(1.0, 16.0));
    if log.rng.chance(0.08) {
        with_reason(
            job,
            seen,
            JobEventKind::ChangesRequested,
            &job.by,
            &CHANGES,
            log,
        );
        let steps = [
            (JobEventKind::Production, 2.0),
            (JobEventKind::Qc, 5.0),
            (JobEventKind::Delivered, 1.5),
        ];
        for (step, hours) in steps {
            seen = log.year.later(seen, log.rng.between(0.5, hours));
            log.job(&job.key, seen, step, &hands.producer);
        }
        seen = log.year.later(seen, log.rng.between(1.0, 9.0));
    }
    log.job(&job.key, seen, JobEventKind::Approved, &job.by);
}

fn with_reason(
    job: &Request<'_>,
    at: Instant,
    event: JobEventKind,
    actor: &Key,
    reasons: &[&str],
    log: &mut Log<'_>,
) {
    let reason = *log.rng.pick(reasons);
    if let Some(event) = log.job(&job.key, at, event, actor) {
        event.reason = reason.to_owned();
    }
}
