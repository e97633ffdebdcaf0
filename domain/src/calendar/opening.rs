//! Opening hours: frames of local wall time on weekdays, and the holidays on which there are none.

use crate::time::{Day, Instant, Zone};
use chrono::{Datelike, Days, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// One opening frame of a weekday, in minutes after local midnight; `to` may be 1440 (24:00).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Frame {
    /// Days after Monday, 0 to 6.
    pub weekday: u8,
    /// Opens.
    pub from: u16,
    /// Closes.
    pub to: u16,
}

/// When the agency is open: its zone, opening frames and holidays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The agency's time zone.
    pub zone: Zone,
    /// Sorted, without overlaps.
    pub opening: Opening,
    /// Closed days, by name.
    pub holidays: BTreeMap<Day, String>,
}

/// The weekly opening frames, sorted and without overlaps; never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Opening(Vec<Frame>);

impl Calendar {
    /// The open intervals of `day`, as instants.
    pub fn open_on(&self, day: Day) -> impl Iterator<Item = (Instant, Instant)> + '_ {
        let weekday = day.weekday().num_days_from_monday() as u8;
        let closed = self.holidays.contains_key(&day);
        let frames = self
            .opening
            .0
            .iter()
            .filter(move |frame| !closed && frame.weekday == weekday);
        frames.map(move |frame| (self.wall(day, frame.from), self.wall(day, frame.to)))
    }

    fn wall(&self, day: Day, minute: u16) -> Instant {
        let midnight = day.and_time(NaiveTime::MIN);
        self.zone
            .instant(midnight + TimeDelta::minutes(i64::from(minute)))
    }

    /// The open intervals from `start` on, for as long as days can be counted; the first is cut at `start`.
    pub fn open_from(&self, start: Instant) -> impl Iterator<Item = (Instant, Instant)> + '_ {
        let first = self.zone.day(start);
        let days = (0..).map_while(move |n| first.checked_add_days(Days::new(n)));
        days.flat_map(|day| self.open_on(day))
            .filter(move |(_, closes)| *closes > start)
            .map(move |(opens, closes)| (opens.max(start), closes))
            .filter(|(opens, closes)| opens < closes)
    }

    /// The open seconds of `[from, to)`; none where it ends before it begins.
    pub fn open_seconds(&self, from: Instant, to: Instant) -> i64 {
        let open = self.open_from(from).take_while(|(opens, _)| *opens < to);
        let open: TimeDelta = open.map(|(opens, closes)| closes.min(to) - opens).sum();
        open.num_seconds()
    }

    /// As much of it as counts down clocks from `now` on: the holidays of today and later, without their names.
    pub fn ahead(&self, now: Instant) -> Self {
        let holidays = self.holidays.range(self.zone.day(now)..);
        Self {
            zone: self.zone.clone(),
            opening: self.opening.clone(),
            holidays: holidays.map(|(day, _)| (*day, String::new())).collect(),
        }
    }

    /// One of an agency of which nothing but its zone is known.
    pub fn usual(zone: Zone) -> Self {
        Self {
            zone,
            opening: Opening::usual(),
            holidays: BTreeMap::new(),
        }
    }

    /// The open seconds of a business day: those of the longest weekday.
    pub fn business_day_seconds(&self) -> i64 {
        (0..7)
            .map(|weekday| self.opening.minutes_on(weekday) * 60)
            .max()
            .unwrap_or(0)
    }
}

impl Opening {
    /// Monday to Friday, 09:00 to 18:00: what an agency has until it says otherwise.
    pub fn usual() -> Self {
        Self(
            (0..5)
                .map(|weekday| Frame {
                    weekday,
                    from: 540,
                    to: 1080,
                })
                .collect(),
        )
    }

    /// The open minutes of a weekday (days after Monday), by the wall.
    pub(super) fn minutes_on(&self, weekday: u8) -> i64 {
        let of_day = self.0.iter().filter(|frame| frame.weekday == weekday);
        of_day.map(|frame| i64::from(frame.to - frame.from)).sum()
    }
}

/// Why a text is not a week of opening hours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOpening {
    /// A part that cannot be read.
    #[error("`{0}` is not an opening frame: write it like `Mon-Fri 09:00-12:30`, separated by `;`")]
    Frame(String),
    /// Two frames of a day overlap.
    #[error("two opening frames of {0} overlap")]
    Overlap(Weekday),
    /// No frame at all.
    #[error("opening hours need at least one frame, such as `Mon-Fri 09:00-18:00`")]
    Empty,
}

impl FromStr for Opening {
    type Err = NotOpening;

    fn from_str(text: &str) -> Result<Self, NotOpening> {
        let mut frames = Vec::new();
        for part in text
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            frames.extend(read_frames(part).ok_or_else(|| NotOpening::Frame(part.to_owned()))?);
        }
        if frames.is_empty() {
            return Err(NotOpening::Empty);
        }
        frames.sort();
        let overlap = frames
            .windows(2)
            .find(|pair| pair[0].weekday == pair[1].weekday && pair[1].from < pair[0].to);
        match overlap {
            Some(pair) => Err(NotOpening::Overlap(weekday(pair[0].weekday))),
            None => Ok(Self(frames)),
        }
    }
}

impl TryFrom<String> for Opening {
    type Error = NotOpening;
    fn try_from(text: String) -> Result<Self, NotOpening> {
        text.parse()
    }
}

impl From<Opening> for String {
    fn from(opening: Opening) -> Self {
        opening.to_string()
    }
}

fn read_frames(part: &str) -> Option<Vec<Frame>> {
    let (days, hours) = part.split_once(' ')?;
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let (first, last) = (read_weekday(first)?, read_weekday(last)?);
    let (from, to) = hours.trim().split_once('-')?;
    let (from, to) = (read_minute(from)?, read_minute(to)?);
    if from >= to || first > last {
        return None;
    }
    Some(
        (first..=last)
            .map(|weekday| Frame { weekday, from, to })
            .collect(),
    )
}

fn read_weekday(text: &str) -> Option<u8> {
    text.trim()
        .parse::<Weekday>()
        .ok()
        .map(|day| day.num_days_from_monday() as u8)
}

fn read_minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let total = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && total <= 1440).then_some(total)
}

fn weekday(days_after_monday: u8) -> Weekday {
    Weekday::try_from(days_after_monday).unwrap_or(Weekday::Mon)
}

/// As the import format writes it; a run of weekdays with the same frame is joined (`Mon-Fri 09:00-18:00`).
impl fmt::Display for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.0.clone();
        let mut first = true;
        while !left.is_empty() {
            let frame = left.remove(0);
            let mut last = frame.weekday;
            while let Some(next) = left.iter().position(|other| {
                *other
                    == Frame {
                        weekday: last + 1,
                        ..frame
                    }
            }) {
                left.remove(next);
                last += 1;
            }
            let separator = if std::mem::take(&mut first) { "" } else { ";" };
            let run = if last > frame.weekday {
                format!("-{}", weekday(last))
            } else {
                String::new()
            };
            let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
            write!(
                f,
                "{separator}{}{run} {}-{}",
                weekday(frame.weekday),
                clock(frame.from),
                clock(frame.to)
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Mon-Fri 09:00-12:30;Mon-Fri 13:30-18:00")]
    #[case("Mon-Thu 09:00-18:00;Fri 09:00-15:00")]
    #[case("Mon-Sun 00:00-24:00")]
    fn reads_and_writes(#[case] text: &str) {
        assert_eq!(text.parse::<Opening>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("")]
    #[case("Mon-Fri")]
    #[case("Mon-Fri 18:00-09:00")]
    #[case("Fri-Mon 09:00-10:00")]
    #[case("Mon 09:00-24:30")]
    #[case("Mon 09:00-12:00;Mon 11:00-13:00")]
    fn refuses_the_rest(#[case] text: &str) {
        assert!(text.parse::<Opening>().is_err());
    }

    #[test]
    fn the_longest_weekday_is_the_business_day() {
        let opening: Opening = "Mon-Thu 09:00-18:00;Fri 09:00-15:00".parse().unwrap();
        let calendar = Calendar {
            zone: Zone::utc(),
            opening,
            holidays: BTreeMap::new(),
        };
        assert_eq!(calendar.business_day_seconds(), 9 * 3600);
    }
}
