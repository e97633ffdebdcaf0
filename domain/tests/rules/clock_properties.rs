//! What holds for every calendar, SLA, start and set of holds.

use crate::given::{calendar, day};
use chrono::{DateTime, Datelike, Days, TimeDelta, Timelike};
use domain::{
    calendar::{Calendar, Due, Hold, Sla, StepKind},
    time::Instant,
};
use proptest::prelude::*;

const ZONES: [&str; 4] = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "UTC",
];

/// The opening hours, and the same as (first weekday, last weekday, from, to) for counting by hand.
type Frames = &'static [(u32, u32, u32, u32)];
const OPENINGS: [(&str, Frames); 4] = [
    ("Mon-Fri 09:00-18:00", &[(0, 4, 540, 1080)]),
    (
        "Mon-Fri 09:00-12:30;Mon-Fri 13:30-18:00",
        &[(0, 4, 540, 750), (0, 4, 810, 1080)],
    ),
    (
        "Mon-Thu 08:00-16:00;Fri 08:00-12:00;Sun 01:00-05:00",
        &[(0, 3, 480, 960), (4, 4, 480, 720), (6, 6, 60, 300)],
    ),
    ("Mon-Sun 00:00-24:00", &[(0, 6, 0, 1440)]),
];

#[derive(Clone, Debug)]
struct Given {
    calendar: Calendar,
    frames: Frames,
    start: Instant,
    sla: Sla,
    holds: Vec<Hold>,
}

fn minute_after(start: Instant, minutes: i64) -> Instant {
    start + TimeDelta::minutes(minutes)
}

/// Around the clock changes of 2026, or anywhere in the year.
fn starts() -> impl Strategy<Value = Instant> {
    let weeks = prop_oneof![
        Just("2026-03-04"),
        Just("2026-03-26"),
        Just("2026-04-01"),
        Just("2026-10-01"),
        Just("2026-10-22"),
        Just("2026-10-29"),
    ];
    let near = (weeks, 0i64..7 * 1440).prop_map(|(week, minute)| (day(week), minute));
    let any = (0i64..365 * 1440).prop_map(|minute| (day("2026-01-01"), minute));
    prop_oneof![near, any].prop_map(|(day, minute)| {
        minute_after(
            day.and_hms_opt(0, 0, 0).expect("midnight").and_utc(),
            minute,
        )
    })
}

fn slas() -> impl Strategy<Value = Sla> {
    prop_oneof![
        (1u32..6).prop_map(Sla::BusinessDays),
        (1u32..40).prop_map(Sla::BusinessHours),
        (1u32..100).prop_map(Sla::Hours),
    ]
}

fn ended_holds(start: Instant) -> impl Strategy<Value = Vec<Hold>> {
    let hold = (-2000i64..20_000, 0i64..3000).prop_map(move |(from, length)| Hold {
        from: minute_after(start, from),
        to: Some(minute_after(start, from + length)),
    });
    prop::collection::vec(hold, 0..5)
}

prop_compose! {
    fn given()(start in starts())(
        start in Just(start),
        zone in prop::sample::select(&ZONES[..]),
        (opening, frames) in prop::sample::select(&OPENINGS[..]),
        closed in prop::collection::vec(0u64..14, 0..4),
        sla in slas(),
        holds in ended_holds(start),
    ) -> Given {
        let mut calendar = calendar(zone, opening);
        for days in closed {
            calendar.holidays.insert(start.date_naive() + Days::new(days), "closed".into());
        }
        Given { calendar, frames, start, sla, holds }
    }
}

impl Given {
    fn allowance(&self) -> i64 {
        self.calendar.allowance_seconds(self.sla)
    }

    fn due(&self) -> Instant {
        self.calendar
            .due(self.sla, self.start, &self.holds)
            .at()
            .expect("no hold lasts")
    }

    /// Seconds that count between the start and `until`, minute by minute on the wall.
    fn counted_by_hand(&self, until: Instant) -> i64 {
        let (from, to) = (self.start.timestamp() / 60, until.timestamp() / 60);
        let minutes = (from..to).filter(|minute| {
            let at = DateTime::from_timestamp(minute * 60, 0).expect("in range");
            let open = matches!(self.sla, Sla::Hours(_)) || self.open_by_hand(at);
            let held = |hold: &Hold| hold.from <= at && hold.to.is_none_or(|to| at < to);
            open && !self.holds.iter().any(held)
        });
        minutes.count() as i64 * 60
    }

    fn open_by_hand(&self, at: Instant) -> bool {
        let wall = self.calendar.zone.local(at);
        let (weekday, minute) = (
            wall.weekday().num_days_from_monday(),
            wall.hour() * 60 + wall.minute(),
        );
        let within = |&(first, last, from, to): &(u32, u32, u32, u32)| {
            (first..=last).contains(&weekday) && (from..to).contains(&minute)
        };
        !self.calendar.holidays.contains_key(&wall.date()) && self.frames.iter().any(within)
    }
}

/// A lasting hold is later than any instant.
fn rank(due: Due) -> Instant {
    due.at().unwrap_or(DateTime::<chrono::Utc>::MAX_UTC)
}

proptest! {
    #[test]
    fn what_counts_until_it_is_due_is_the_allowance(given in given()) {
        let due = given.due();
        prop_assert_eq!(given.counted_by_hand(due), given.allowance());
        prop_assert_eq!(given.counted_by_hand(minute_after(due, -1)), given.allowance() - 60);
    }

    #[test]
    fn elapsed_is_what_counts(given in given(), minutes in 0i64..20_000) {
        let until = minute_after(given.start, minutes);
        let elapsed = given.calendar.elapsed(given.sla, given.start, until, &given.holds);
        prop_assert_eq!(elapsed, given.counted_by_hand(until));
    }

    #[test]
    fn more_holds_never_bring_it_forward(given in given(), from in -2000i64..20_000, length in prop::option::of(0i64..3000)) {
        let from = minute_after(given.start, from);
        let to = length.map(|length| minute_after(from, length));
        let mut more = given.holds.clone();
        more.push(Hold { from, to });
        let held = given.calendar.due(given.sla, given.start, &more);
        prop_assert!(rank(held) >= given.due());
        prop_assert!(from < given.due() || held == Due::At(given.due()), "a hold after it ran out");
        prop_assert!(to.is_some() || from >= given.due() || held.at().is_none(), "one that lasts");
    }

    #[test]
    fn a_later_start_is_not_due_earlier(given in given(), later in 0i64..10_000) {
        let start = minute_after(given.start, later);
        prop_assert!(rank(given.calendar.due(given.sla, start, &given.holds)) >= given.due());
    }

    #[test]
    fn a_longer_sla_is_due_later(given in given()) {
        let longer = match given.sla {
            Sla::BusinessDays(n) => Sla::BusinessDays(n + 1),
            Sla::BusinessHours(n) => Sla::BusinessHours(n + 1),
            Sla::Hours(n) => Sla::Hours(n + 1),
        };
        prop_assert!(rank(given.calendar.due(longer, given.start, &given.holds)) > given.due());
    }

    #[test]
    fn it_is_at_risk_when_four_fifths_are_used(given in given()) {
        let at_risk = given.calendar.at_risk_at(given.sla, given.start, &given.holds).expect("no hold lasts");
        prop_assert!(at_risk <= given.due());
        prop_assert_eq!(given.counted_by_hand(at_risk) * 5, given.allowance() * 4);
    }

    #[test]
    fn the_why_leads_from_the_start_to_the_due_time(given in given()) {
        let steps = given.calendar.why(given.sla, given.start, &given.holds);
        let mut at = given.start;
        let mut counted = 0;
        for step in &steps {
            let to = step.to.expect("no hold lasts");
            prop_assert_eq!(step.from, at);
            prop_assert!(step.from < to);
            if let StepKind::Counted { seconds } = step.kind {
                counted += seconds;
            }
            at = to;
        }
        prop_assert_eq!(at, given.due());
        prop_assert_eq!(counted, given.allowance());
    }

    #[test]
    fn the_why_of_a_held_clock_ends_with_its_hold(given in given(), from in -2000i64..20_000) {
        let mut holds = given.holds.clone();
        holds.push(Hold { from: minute_after(given.start, from), to: None });
        let steps = given.calendar.why(given.sla, given.start, &holds);
        let lasts = steps.last().is_some_and(|step| step.to.is_none() && step.kind == StepKind::Held);
        prop_assert_eq!(lasts, given.calendar.due(given.sla, given.start, &holds).at().is_none());
        let open_steps = steps.iter().filter(|step| step.to.is_none());
        prop_assert_eq!(open_steps.count(), usize::from(lasts));
        prop_assert_eq!(steps[0].from, given.start);
        prop_assert!(steps.windows(2).all(|pair| pair[0].to == Some(pair[1].from)));
    }
}
