//! What the work costs: hours of the pod, week by week, and outside amounts.

use super::{
    cast,
    companies::{COMPANIES, IN_TROUBLE},
    course::{MARGIN, TROUBLE_COST},
    deals::Deal,
    log::Log,
    pods::PODS,
};
use crate::import::format::{CostRow, Hours, Key};
use chrono::TimeDelta;
use domain::{money::Cents, time::Day};

/// The share of the cost that the pod's hours make up; the rest is paid outside.
const BY_HOURS: f64 = 0.58;
/// Weeks between two outside amounts.
const OUTSIDE_EVERY: i64 = 3;

const OUTSIDE: [&str; 7] = [
    "Render credits",
    "Freelance compositor",
    "Voice-over, two languages",
    "Music license",
    "Stock textures",
    "Color grading, external",
    "GPU hours for training",
];

/// Tells what every engagement cost, to today.
pub fn tell(deals: &[Deal], log: &mut Log<'_>) {
    for deal in deals {
        let last = deal.ends_on.unwrap_or(log.year.today).min(log.year.today);
        let mut week = 0;
        let mut monday = deal.starts_on;
        while monday <= last {
            let to = last.min(monday + TimeDelta::days(6));
            hours(deal, monday, to, log);
            week += 1;
            if week % OUTSIDE_EVERY == 0 {
                outside(deal, to, log);
            }
            monday += TimeDelta::days(7);
        }
    }
}

/// What a week of the engagement may cost, in cents.
fn weekly(deal: &Deal, day: Day, log: &mut Log<'_>) -> f64 {
    let trouble = if deal.client == IN_TROUBLE {
        TROUBLE_COST
    } else {
        0.0
    };
    let share = 1.0 - MARGIN.at(log.year.part(day)) + trouble + log.rng.between(-0.06, 0.06);
    deal.fee as f64 * 12.0 / 52.0 * share
}

fn hours(deal: &Deal, from: Day, to: Day, log: &mut Log<'_>) {
    let part_of_week = ((to - from).num_days() + 1) as f64 / 7.0;
    let budget = weekly(deal, from, log) * BY_HOURS * part_of_week;
    let pod = &PODS[COMPANIES[deal.client].pod];
    let team: Vec<&str> = std::iter::once(pod.producer)
        .chain(pod.makers.iter().copied())
        .collect();
    for name in &team {
        let share = budget / team.len() as f64 * log.rng.between(0.8, 1.2);
        // Written down in quarters of an hour.
        let quarters = (share / cast::rate(name) * 4.0) as i64;
        if quarters > 0 {
            let note = "Week's hours".to_owned();
            add(deal, to, log, |row| CostRow {
                person: Some(cast::person(name)),
                hours: Some(Hours(quarters * 25)),
                note,
                ..row
            });
        }
    }
}

fn outside(deal: &Deal, day: Day, log: &mut Log<'_>) {
    let amount = weekly(deal, day, log) * (1.0 - BY_HOURS) * OUTSIDE_EVERY as f64;
    let note = (*log.rng.pick(&OUTSIDE)).to_owned();
    add(deal, day, log, |row| CostRow {
        amount: Some(Cents(amount as i64)),
        note,
        ..row
    });
}

fn add(deal: &Deal, date: Day, log: &mut Log<'_>, with: impl FnOnce(CostRow) -> CostRow) {
    let row = CostRow {
        key: Key(format!("c-{:05}", log.batch.costs.len() + 1)),
        engagement: deal.key.clone(),
        date,
        person: None,
        hours: None,
        amount: None,
        note: String::new(),
    };
    log.batch.costs.push(with(row));
}
