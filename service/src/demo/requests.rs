//! What the clients ask for: jobs, day by day, each to a running engagement.

use super::{
    companies::{self, COMPANIES, SIGNS_IN},
    course::REQUESTS_A_WEEK,
    deals::Deal,
    log::Log,
    repertoire::{self, WORKS},
    turnaround::{self, Request},
};
use crate::import::{
    batch::Batch,
    format::{JobRow, Key},
};
use chrono::{Datelike, Weekday};
use domain::{
    job::JobEventKind,
    time::{Day, Instant},
};
use std::collections::{HashMap, HashSet};

/// Tells all jobs of the year, in the order in which they came.
pub fn tell(deals: &[Deal], log: &mut Log<'_>) {
    for day in log.year.day(0.0).iter_days() {
        if day > log.year.today {
            break;
        }
        for at in submissions(day, log) {
            if let Some(deal) = asked(deals, day, log) {
                request(deal, at, log);
            }
        }
    }
    leave_one_to_look_at(log.batch);
}

/// Whoever signs in as a client finds a delivery to look at, whatever day it is: where all of that client's are
/// answered, the answer to the latest one is still to come.
fn leave_one_to_look_at(batch: &mut Batch) {
    let contacts = [0, 1, 2].map(|number| companies::contact(SIGNS_IN, number));
    let theirs = |job: &JobRow| {
        let by = job.submitted_by.as_ref();
        by.is_some_and(|by| contacts.contains(by))
    };
    let theirs: HashSet<&Key> = batch
        .jobs
        .iter()
        .filter(|job| theirs(job))
        .map(|job| &job.key)
        .collect();
    let mut lasts: HashMap<&Key, (usize, JobEventKind)> = HashMap::new();
    for (place, event) in batch.job_events.iter().enumerate() {
        if theirs.contains(&event.job) {
            lasts.insert(&event.job, (place, event.event));
        }
    }
    let waits = lasts
        .values()
        .any(|(_, last)| *last == JobEventKind::Delivered);
    let approvals = lasts
        .values()
        .filter(|(_, last)| *last == JobEventKind::Approved);
    let latest = approvals.map(|(place, _)| *place).max();
    if let (false, Some(place)) = (waits, latest) {
        batch.job_events.remove(place);
    }
}

/// The instants of a day at which clients send something, sorted.
fn submissions(day: Day, log: &mut Log<'_>) -> Vec<Instant> {
    let weekly = REQUESTS_A_WEEK.at(log.year.part(day));
    let share = match day.weekday() {
        _ if !log.year.is_working(day) => 0.02,
        Weekday::Mon | Weekday::Tue => 0.22,
        Weekday::Wed | Weekday::Thu => 0.20,
        _ => 0.15,
    };
    let count = (weekly * share * log.rng.between(0.8, 1.25)) as usize;
    let mut times: Vec<Instant> = (0..count)
        .map(|_| {
            let (from, to) = if log.rng.chance(0.06) {
                (18.0, 22.5)
            } else {
                (8.5, 17.8)
            };
            log.year.at(day, log.rng.between(from, to))
        })
        .filter(|at| log.year.is_past(*at))
        .collect();
    times.sort();
    times
}

/// One of the engagements that run on that day; older clients ask more.
fn asked<'a>(deals: &'a [Deal], day: Day, log: &mut Log<'_>) -> Option<&'a Deal> {
    let weights: Vec<f64> = deals.iter().map(|deal| weight(deal, day)).collect();
    log.rng.weighted(&weights).map(|place| &deals[place])
}

fn weight(deal: &Deal, day: Day) -> f64 {
    let runs = deal.starts_on <= day && deal.ends_on.is_none_or(|last| day <= last);
    if runs {
        0.7 + deal.fee as f64 / 5_000_000.0 + 0.5 / (1.0 + deal.client as f64 / 4.0)
    } else {
        0.0
    }
}

fn request(deal: &Deal, at: Instant, log: &mut Log<'_>) {
    let (workflow, place, sla) = log.rng.pick(&deal.workflows).clone();
    let key = Key(format!("j-{:05}", log.batch.jobs.len() + 1));
    let product = *log.rng.pick(&COMPANIES[deal.client].products);
    let by = companies::contact(deal.client, log.rng.below(3));
    log.batch.jobs.push(JobRow {
        key: key.clone(),
        workflow,
        title: repertoire::title(&WORKS[place], product, &mut log.rng),
        brief: repertoire::brief(&mut log.rng),
        submitted_at: at,
        submitted_by: Some(by.clone()),
    });
    turnaround::tell(
        &Request {
            key,
            deal,
            sla,
            at,
            by,
        },
        log,
    );
}
