//! The handoffs of engagements: SOW packages, pod requests and closing reports.

use super::{
    cast::{self, HEAD_OF_PRODUCTION, HEAD_OF_SALES},
    companies::COMPANIES,
    course,
    deals::Deal,
    log::Log,
    pods::PODS,
    repertoire::{RETURNS, WAIVERS},
};
use crate::import::format::{HandoffRow, Key};
use chrono::TimeDelta;
use domain::{
    handoff::{HandoffEventKind as Event, HandoffKind as Kind},
    time::{Day, Instant},
};

/// Tells all handoffs of an engagement but those of its jobs.
pub fn tell(deal: &Deal, log: &mut Log) {
    let scoped_at = sow_package(deal, log);
    let needed = deal.starts_on;
    pod_request(deal, 1, scoped_at, needed, log);
    for (number, asked_on) in more_pod_requests(deal, log).into_iter().enumerate() {
        let asked_at = log.year.at(asked_on, log.rng.between(9.2, 12.0));
        let needed = log
            .year
            .working(asked_on + TimeDelta::days(9 + log.rng.below(6) as i64));
        pod_request(deal, number + 2, log.year.open_at(asked_at), needed, log);
    }
    if let Some(ends_on) = deal.ends_on {
        closing_report(deal, ends_on, log);
    }
}

/// Who does what in a handoff.
struct Sides {
    sender: Key,
    receiver: Key,
}

fn sides(deal: &Deal, kind: Kind) -> Sides {
    let pod = &PODS[COMPANIES[deal.client].pod];
    let (sales, production, generative) = (pod.account_manager, pod.producer, pod.makers[0]);
    let (sender, receiver) = match kind {
        Kind::SalesToProduction => (sales, production),
        Kind::ProductionToGenerative => (production, generative),
        Kind::GenerativeToProduction => (generative, production),
        Kind::ProductionToSales => (production, sales),
    };
    Sides {
        sender: cast::person(sender),
        receiver: cast::person(receiver),
    }
}

fn open(
    deal: &Deal,
    kind: Kind,
    number: usize,
    needed_on: Option<Day>,
    at: Instant,
    by: Key,
    log: &mut Log,
) -> Option<Key> {
    if !log.year.is_past(at) {
        return None;
    }
    let suffix = if number > 1 {
        format!("-{number}")
    } else {
        String::new()
    };
    let key = Key(format!("h{}-{}{suffix}", kind.number(), deal.key));
    log.batch.handoffs.push(HandoffRow {
        key: key.clone(),
        kind,
        engagement: deal.key.clone(),
        job: None,
        needed_on,
    });
    log.handoff(&key, at, Event::Opened, &by);
    Some(key)
}

/// Submits a package, in time or late, whole or with an item waived.
fn submit(key: &Key, kind: Kind, at: Instant, sender: &Key, log: &mut Log) {
    let part = log.year.part(log.year.day_of(at));
    let waives = log.rng.chance(course::WAIVED.at(part));
    let item = *log.rng.pick(kind.required());
    let reason = *log.rng.pick(&WAIVERS);
    if let Some(event) = log.handoff(key, at, Event::Submitted, sender)
        && waives
    {
        event.waived = vec![item];
        event.reason = reason.to_owned();
    }
}

fn send_back(key: &Key, at: Instant, sides: &Sides, log: &mut Log) -> Instant {
    let reason = *log.rng.pick(&RETURNS);
    if let Some(event) = log.handoff(key, at, Event::Returned, &sides.receiver) {
        event.reason = reason.to_owned();
    }
    let again = log.year.later(at, log.rng.between(3.0, 9.0));
    log.handoff(key, again, Event::Submitted, &sides.sender);
    again
}

/// H1; gives when Production accepted it.
fn sow_package(deal: &Deal, log: &mut Log) -> Instant {
    let kind = Kind::SalesToProduction;
    let sides = sides(deal, kind);
    let part = log.year.part(log.year.day_of(deal.signed_at));
    let sales = cast::person(HEAD_OF_SALES);
    let Some(key) = open(deal, kind, 1, None, deal.signed_at, sales, log) else {
        return deal.signed_at;
    };
    // The signature of client 17 is the story's late one; those of today's last days are in time.
    let fresh = (log.year.moment - deal.signed_at) < TimeDelta::hours(80);
    let in_time = deal.client != 17 && (fresh || log.rng.chance(course::PACKAGE_IN_TIME.at(part)));
    let hours = if in_time {
        log.rng.between(42.0, 47.5)
    } else {
        log.rng.between(98.0, 140.0)
    };
    let submitted = deal.signed_at + TimeDelta::minutes((hours * 60.0) as i64);
    submit(&key, kind, submitted, &sides.sender, log);
    let mut seen = log.year.later(submitted, log.rng.between(0.5, 3.0));
    log.handoff(&key, seen, Event::InReview, &sides.receiver);
    if !fresh && log.rng.chance(0.14) {
        seen = send_back(&key, log.year.later(seen, 1.5), &sides, log);
    }
    let accepted = log.year.later(
        seen,
        if fresh {
            16.0
        } else {
            log.rng.between(1.0, 6.0)
        },
    );
    log.handoff(&key, accepted, Event::Accepted, &sides.receiver);
    accepted
}

/// H2: `from` is when the need was known, `needed_on` the day on which the pod shall be there.
fn pod_request(deal: &Deal, number: usize, from: Instant, needed_on: Day, log: &mut Log) {
    let kind = Kind::ProductionToGenerative;
    let sides = sides(deal, kind);
    let part = log.year.part(log.year.day_of(from));
    let Some(key) = open(
        deal,
        kind,
        number,
        Some(needed_on),
        from,
        sides.sender.clone(),
        log,
    ) else {
        return;
    };
    let due = log.year.at(needed_on - TimeDelta::days(6), 0.0);
    let late = !log.rng.chance(course::PACKAGE_IN_TIME.at(part));
    let early = log
        .year
        .open_at(log.year.later(from, log.rng.between(4.0, 14.0)));
    let submitted = if late {
        log.year.open_at(due + TimeDelta::hours(11))
    } else {
        early.min(due - TimeDelta::hours(2)).max(from)
    };
    submit(&key, kind, submitted, &sides.sender, log);
    let within_a_day = log.rng.chance(course::ANSWERED.at(part));
    let hours = if within_a_day {
        log.rng.between(2.0, 23.0)
    } else {
        log.rng.between(25.0, 40.0)
    };
    let answered = submitted + TimeDelta::minutes((hours * 60.0) as i64);
    log.handoff(&key, answered, Event::AvailabilityAnswered, &sides.receiver);
    let mut seen = log.year.open_at(answered + TimeDelta::hours(2));
    log.handoff(&key, seen, Event::InReview, &sides.receiver);
    if log.rng.chance(0.1) {
        seen = send_back(&key, log.year.later(seen, 2.0), &sides, log);
    }
    let before = log
        .year
        .at(needed_on - TimeDelta::days(1), log.rng.between(9.5, 17.5));
    let accepted = log.year.open_at(before.max(log.year.later(seen, 2.0)));
    log.handoff(&key, accepted, Event::Accepted, &sides.receiver);
}

/// Engagements that run longer ask for another pair of hands every few months; some did so lately,
/// so that there are requests at every stage today.
fn more_pod_requests(deal: &Deal, log: &mut Log) -> Vec<Day> {
    let last = deal.ends_on.unwrap_or(log.year.today).min(log.year.today);
    let mut days = Vec::new();
    let mut day = deal.starts_on + TimeDelta::days(50 + log.rng.below(30) as i64);
    while day + TimeDelta::days(25) < last {
        days.push(log.year.working(day));
        day += TimeDelta::days(80 + log.rng.below(40) as i64);
    }
    let lately = [(0, 0), (1, 1), (2, 2), (4, 3), (6, 4), (9, 6), (11, 7)];
    let lately = lately
        .iter()
        .find(|(client, _)| *client == deal.client && deal.ends_on.is_none());
    days.extend(lately.map(|(_, ago)| log.year.working(log.year.days_ago(*ago))));
    days
}

/// H4.
fn closing_report(deal: &Deal, ends_on: Day, log: &mut Log) {
    let kind = Kind::ProductionToSales;
    let sides = sides(deal, kind);
    let part = log.year.part(ends_on);
    let opened = log.year.at(ends_on + TimeDelta::days(1), 0.0);
    let Some(key) = open(
        deal,
        kind,
        1,
        None,
        opened,
        cast::person(HEAD_OF_PRODUCTION),
        log,
    ) else {
        return;
    };
    let still_open = (log.year.today - ends_on).num_days() <= 10;
    let in_time = log.rng.chance(course::PACKAGE_IN_TIME.at(part) - 0.04);
    let days = match (still_open, in_time) {
        (true, _) => 13,
        (false, true) => 2 + log.rng.below(5) as i64,
        (false, false) => 9 + log.rng.below(3) as i64,
    };
    let day = log.year.working(ends_on + TimeDelta::days(days));
    let day = if in_time {
        day.min(ends_on + TimeDelta::days(7))
    } else {
        day
    };
    let submitted = log.year.at(day, log.rng.between(9.5, 17.5));
    submit(&key, kind, submitted, &sides.sender, log);
    let mut seen = log.year.later(submitted, log.rng.between(2.0, 8.0));
    log.handoff(&key, seen, Event::InReview, &sides.receiver);
    if log.rng.chance(0.15) {
        seen = send_back(&key, log.year.later(seen, 3.0), &sides, log);
    }
    let accepted = log.year.later(seen, log.rng.between(40.0, 60.0));
    let has_study = log.rng.chance(0.72);
    if let Some(event) = log.handoff(&key, accepted, Event::Accepted, &sides.receiver) {
        event.case_study = Some(has_study);
    }
}
