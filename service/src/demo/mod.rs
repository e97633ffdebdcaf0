//! The demo agency: a year of an invented agency that ends today, written in the import format.
//!
//! The same day and seed give the same bytes.

mod art;
mod cast;
mod companies;
mod course;
mod deals;
mod forms;
mod holidays;
mod load;
mod log;
mod packages;
mod paper;
mod pods;
mod qc;
mod repertoire;
mod requests;
mod rng;
mod scope;
mod spending;
mod tell;
mod turnaround;
mod voices;
mod works;
mod year;

pub use load::{Loaded, NotLoaded, PASSWORD, known_sign_ins, load};

use crate::import::{
    batch::Batch,
    format::{HolidayRow, MilestoneRow, SettingRow},
};
use domain::time::{Day, Instant, NotAZone, Zone};
use log::Log;
use rng::Rng;
use year::Year;

/// The seed of the demo agency where none is asked for.
pub const SEED: u64 = 2026;
/// The domain of the demo's e-mail addresses.
const MAIL: &str = "demo.baton.example";
/// The milestone that the agency reached, by its key in the plan of 2026, and when.
const MILESTONE: (&str, Option<Day>) = ("producer_job_description", Day::from_ymd_opt(2026, 3, 13));

/// The year of the demo agency that ends at `today`, 11:00 on its wall.
///
/// # Errors
/// When the zone database does not know the agency's zone.
pub fn agency(today: Day, seed: u64) -> Result<Batch, NotAZone> {
    let year = Year::ending(today)?;
    let mut rng = Rng::new(seed);
    let mut batch = Batch::default();
    settings(&year, &mut batch);
    cast::enter(&year, &mut batch);
    pods::enter(&mut batch);
    companies::enter(&mut rng.fork(), &mut batch);
    let deals = deals::all(&year, &mut rng.fork());
    let deals: Vec<_> = deals
        .into_iter()
        .filter(|deal| year.is_past(deal.signed_at))
        .collect();
    deals::enter(&deals, &mut batch);
    let mut log = Log {
        year: &year,
        rng: rng.fork(),
        batch: &mut batch,
    };
    for deal in &deals {
        packages::tell(deal, &mut log);
    }
    log.rng = rng.fork();
    requests::tell(&deals, &mut log);
    log.rng = rng.fork();
    spending::tell(&deals, &mut log);
    log.rng = rng.fork();
    voices::tell(&deals, &mut log);
    Ok(batch)
}

/// The last day of the year that is told at an instant, unless another is asked for: the agency's day, or the day before
/// it while that day's moment is still to come. Nothing lies ahead of whoever looks at it.
///
/// # Errors
/// When the zone database does not know the agency's zone.
pub fn today(now: Instant) -> Result<Day, NotAZone> {
    let day = Zone::from_iana(year::ZONE)?.day(now);
    let has_come = Year::ending(day)?.moment <= now;
    Ok(if has_come {
        day
    } else {
        day.pred_opt().unwrap_or(day)
    })
}

fn settings(year: &Year, batch: &mut Batch) {
    let settings = [
        ("timezone", year::ZONE),
        ("currency", "USD"),
        ("opening", year::OPENING),
    ];
    batch
        .settings
        .extend(settings.map(|(name, value)| SettingRow {
            name: name.into(),
            value: value.to_owned(),
        }));
    let holidays = year.calendar.holidays.iter();
    batch
        .holidays
        .extend(holidays.map(|(date, name)| HolidayRow {
            date: *date,
            name: name.clone(),
        }));
    if let (outcome, Some(done_on)) = MILESTONE
        && done_on <= year.today
    {
        batch.milestones.push(MilestoneRow {
            outcome: outcome.into(),
            done_on,
        });
    }
}

/// A name as a key: lower case, words joined by hyphens.
fn slug(name: &str) -> String {
    let letters = name.chars().filter_map(|letter| match letter {
        ' ' | '-' | '/' => Some('-'),
        letter if letter.is_ascii_alphanumeric() => Some(letter.to_ascii_lowercase()),
        _ => None,
    });
    let joined: String = letters.collect();
    let words: Vec<&str> = joined.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-")
}
