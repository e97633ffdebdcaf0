//! What the tests start from.

use domain::{
    calendar::{Calendar, Hold, Opening},
    handoff::{HandoffEvent, HandoffEventKind},
    job::{JobEvent, JobEventKind},
    time::{Day, Instant, Zone},
};
use std::{
    collections::BTreeMap,
    sync::{LazyLock, Mutex},
};

pub const USUAL: &str = "Mon-Fri 09:00-18:00";

pub fn at(text: &str) -> Instant {
    text.parse().expect("an RFC 3339 instant")
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

/// Reading a zone walks through decades of days, so each is read once.
fn zone_named(name: &str) -> Zone {
    static KNOWN: LazyLock<Mutex<BTreeMap<String, Zone>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().expect("no test failed in here");
    let zone = known.entry(name.to_owned());
    zone.or_insert_with(|| Zone::from_iana(name).expect("a zone"))
        .clone()
}

pub fn calendar(zone: &str, opening: &str) -> Calendar {
    Calendar {
        zone: zone_named(zone),
        opening: opening.parse::<Opening>().expect("opening hours"),
        holidays: BTreeMap::new(),
    }
}

/// Berlin, usual hours, closed over Easter 2026.
pub fn berlin() -> Calendar {
    let holidays = [
        ("2026-04-03", "Good Friday"),
        ("2026-04-06", "Easter Monday"),
    ];
    let holidays = holidays.map(|(date, name)| (day(date), name.to_owned()));
    Calendar {
        holidays: holidays.into(),
        ..calendar("Europe/Berlin", USUAL)
    }
}

/// `from/to` pairs, separated by spaces; `from/` still lasts.
pub fn holds(text: &str) -> Vec<Hold> {
    let pairs = text
        .split_whitespace()
        .map(|hold| hold.split_once('/').expect("from/to"));
    pairs
        .map(|(from, to)| Hold {
            from: at(from),
            to: (!to.is_empty()).then(|| at(to)),
        })
        .collect()
}

pub fn job_event(when: &str, kind: JobEventKind) -> JobEvent {
    JobEvent {
        at: at(when),
        kind,
        reason: String::new(),
        recorded_at: at(when),
    }
}

pub fn handoff_event(when: &str, kind: HandoffEventKind) -> HandoffEvent {
    HandoffEvent {
        at: at(when),
        kind,
        waived: Vec::new(),
        case_study: false,
        reason: String::new(),
        recorded_at: at(when),
    }
}
