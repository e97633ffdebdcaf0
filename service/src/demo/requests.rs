//! What the clients ask for: jobs, day by day, each to a running engagement.

use super::{
    companies::{self, COMPANIES},
    course::REQUESTS_A_WEEK,
    deals::Deal,
    log::Log,
    repertoire::{self, WORKS},
    turnaround::{self, Request},
};
use crate::import::format::{JobRow, Key};
use chrono::{Datelike, Weekday};
use domain::time::{Day, Instant};

/// Tells all jobs of the year, in the order in which they came.
pub fn tell(deals: &[Deal], log: &mut Log<'_>) {
    let mut day = log.year.day(0.0);
    while day <= log.year.today {
        for at in submissions(day, log) {
            if let Some(deal) = asked(deals, day, log) {
                request(deal, at, log);
            }
        }
        day = day.succ_opt().unwrap_or(day);
        if day == Day::MAX {
            return;
        }
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
