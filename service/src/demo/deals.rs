//! The engagements: when each was signed, for how much, and how long it lasts.

use super::{
    cast,
    companies::{self, COMPANIES, IN_TROUBLE},
    pods::{self, PODS},
    repertoire::WORKS,
    rng::Rng,
    year::Year,
};
use crate::import::{
    batch::Batch,
    format::{EngagementRow, Key, WorkflowRow},
};
use chrono::TimeDelta;
use domain::{
    calendar::Sla,
    money::Cents,
    time::{Day, Instant},
};

/// An engagement of the story.
#[derive(Clone, Debug)]
pub struct Deal {
    /// Its key.
    pub key: Key,
    /// The place of its client.
    pub client: usize,
    /// When the SOW was signed.
    pub signed_at: Instant,
    /// Its first day: when the pod is needed.
    pub starts_on: Day,
    /// Its last day.
    pub ends_on: Option<Day>,
    /// Cents a month.
    pub fee: i64,
    /// Its workflows, by key, with their place in the repertoire.
    pub workflows: Vec<(Key, usize, Sla)>,
}

/// How many clients were there when the year began.
const AT_FIRST: usize = 6;
/// The clients that came with a pilot; the others signed for longer at once.
const PILOTS: usize = 16;
/// Pilots that ended without a second SOW.
const ONE_SOW: [usize; 4] = [8, 10, 13, 14];
/// The pilots whose closing reports are open today: (client, days since the last day).
const CLOSING: [(usize, i64); 4] = [(12, 3), (13, 6), (14, 10), (15, 12)];
/// The latest clients: (client, hours since the signature).
const LATEST: [(usize, i64); 4] = [(16, 13 * 24 + 2), (17, 4 * 24 + 1), (18, 70), (19, 41)];

/// All engagements, in the order of their clients.
pub fn all(year: &Year, rng: &mut Rng) -> Vec<Deal> {
    (0..COMPANIES.len())
        .flat_map(|client| of(client, year, rng))
        .collect()
}

fn of(client: usize, year: &Year, rng: &mut Rng) -> Vec<Deal> {
    let mut deals = vec![deal(
        client,
        1,
        signature(client, year, rng),
        None,
        year,
        rng,
    )];
    if client < PILOTS {
        let starts_on = deals[0].starts_on;
        let ends_on = last_day(client, starts_on, year, rng);
        deals[0].ends_on = Some(ends_on);
        if !ONE_SOW.contains(&client) {
            let signed = year.open_at(year.at(
                ends_on - TimeDelta::days(9 + rng.below(6) as i64),
                rng.between(9.5, 17.0),
            ));
            deals.push(deal(client, 2, signed, Some(ends_on), year, rng));
        }
    }
    deals
}

fn signature(client: usize, year: &Year, rng: &mut Rng) -> Instant {
    if let Some((_, hours)) = LATEST.iter().find(|(latest, _)| *latest == client) {
        return year.moment - TimeDelta::hours(*hours);
    }
    let part = if client < AT_FIRST {
        -0.30 + 0.045 * client as f64
    } else {
        0.08 + 0.78 * (client - AT_FIRST) as f64 / 9.0
    };
    let day = year.working(year.day(part + rng.between(-0.008, 0.008)));
    year.at(day, rng.between(9.5, 17.5))
}

/// The pilots of the first clients are longer, so that their ends spread over the year.
fn last_day(client: usize, starts_on: Day, year: &Year, rng: &mut Rng) -> Day {
    if let Some((_, ago)) = CLOSING.iter().find(|(closing, _)| *closing == client) {
        return year.days_ago(*ago);
    }
    let weeks = if client < AT_FIRST {
        19 + rng.below(4)
    } else {
        13 + rng.below(3)
    };
    starts_on + TimeDelta::days(7 * weeks as i64 + 4)
}

fn deal(
    client: usize,
    number: usize,
    signed_at: Instant,
    after: Option<Day>,
    year: &Year,
    rng: &mut Rng,
) -> Deal {
    let part = year.part(year.day_of(signed_at));
    let onboarding = super::course::ONBOARDING_DAYS.at(part) + rng.between(-2.0, 3.0);
    let ready = year.day_of(signed_at) + TimeDelta::days(onboarding as i64 + 1);
    let key = Key(format!("{}-{number}", companies::client(client)));
    Deal {
        workflows: workflows(&key, client),
        key,
        client,
        signed_at,
        starts_on: year.working(
            after
                .map_or(ready, |ended| ended + TimeDelta::days(1))
                .max(ready),
        ),
        ends_on: None,
        fee: 100_000 * (26 + rng.below(24) as i64),
    }
}

fn workflows(engagement: &Key, client: usize) -> Vec<(Key, usize, Sla)> {
    let wanted = COMPANIES[client].work.iter();
    let named = wanted.filter_map(|place| Some((*place, WORKS[*place].sla.parse().ok()?)));
    named
        .map(|(place, sla)| {
            (
                Key(format!("{engagement}-{}", super::slug(WORKS[place].name))),
                place,
                sla,
            )
        })
        .collect()
}

/// Adds the engagements and their workflows.
pub fn enter(deals: &[Deal], batch: &mut Batch) {
    for deal in deals {
        let pod = &PODS[COMPANIES[deal.client].pod];
        let season = if deal.key.as_str().ends_with("-1") {
            "launch SOW"
        } else {
            "always-on SOW"
        };
        batch.engagements.push(EngagementRow {
            key: deal.key.clone(),
            client: companies::client(deal.client),
            name: format!("{} {season}", COMPANIES[deal.client].name),
            sow_signed_at: deal.signed_at,
            monthly_fee: Cents(deal.fee),
            starts_on: deal.starts_on,
            ends_on: deal.ends_on,
            account_manager: Some(cast::person(pod.account_manager)),
            producer: Some(cast::person(pod.producer)),
            backup: pod
                .backup
                .filter(|_| deal.client != IN_TROUBLE)
                .map(cast::person),
            pod: Some(pods::key(pod)),
        });
        for (key, place, sla) in &deal.workflows {
            batch.workflows.push(WorkflowRow {
                key: key.clone(),
                engagement: deal.key.clone(),
                name: WORKS[*place].name.to_owned(),
                sla: *sla,
            });
        }
    }
}
