//! What the clients say: NPS answers of three levels.

use super::{
    companies::{self, IN_TROUBLE},
    course::{DETRACTOR, PROMOTER},
    deals::Deal,
    log::Log,
};
use crate::import::format::{Key, Score, SurveyRow};
use chrono::TimeDelta;
use domain::{facts::SurveyLevel, time::Day};

const GOOD: [&str; 5] = [
    "Fast, and it looked like us from the first frame.",
    "The portal tells me when it comes, and then it comes.",
    "Best launch set we had so far.",
    "",
    "Easy to work with.",
];
const FAIR: [&str; 4] = [
    "Good work, two rounds too many.",
    "Solid.",
    "",
    "Quality is great, timing could be tighter.",
];
const POOR: [&str; 4] = [
    "Late again, and nobody told us before we asked.",
    "The film came after the launch.",
    "Too many retakes for the price.",
    "",
];

/// Tells the answers of every engagement, to today.
pub fn tell(deals: &[Deal], log: &mut Log<'_>) {
    for deal in deals {
        let last = deal.ends_on.unwrap_or(log.year.today).min(log.year.today);
        let mut day = deal.starts_on + TimeDelta::days(20);
        let mut asked = 0;
        while day <= last {
            let level = match asked % 4 {
                0 => SurveyLevel::Workflow,
                2 => SurveyLevel::Relationship,
                _ => SurveyLevel::Job,
            };
            answer(deal, day, level, log);
            asked += 1;
            day += TimeDelta::days(12 + log.rng.below(8) as i64);
        }
    }
}

fn answer(deal: &Deal, day: Day, level: SurveyLevel, log: &mut Log<'_>) {
    let at = log
        .year
        .at(log.year.working(day), log.rng.between(9.0, 17.5));
    let (score, comments) = opinion(deal, day, log);
    let comment = (*log.rng.pick(comments)).to_owned();
    if !log.year.is_past(at) || log.year.day_of(at) < log.year.day(0.0) {
        return;
    }
    log.batch.surveys.push(SurveyRow {
        key: Key(format!("s-{:04}", log.batch.surveys.len() + 1)),
        client: companies::client(deal.client),
        engagement: (level != SurveyLevel::Relationship).then(|| deal.key.clone()),
        level,
        at,
        score: Score(score),
        comment,
    });
}

fn opinion(deal: &Deal, day: Day, log: &mut Log<'_>) -> (u8, &'static [&'static str]) {
    let part = log.year.part(day);
    let mood = if deal.client == IN_TROUBLE {
        log.rng.between(0.6, 1.0)
    } else {
        log.rng.unit()
    };
    if mood < PROMOTER.at(part) {
        (9 + log.rng.below(2) as u8, &GOOD)
    } else if mood < 1.0 - DETRACTOR.at(part) {
        (7 + log.rng.below(2) as u8, &FAIR)
    } else {
        (2 + log.rng.below(5) as u8, &POOR)
    }
}
