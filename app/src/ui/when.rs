//! Instants and spans of time as people say them, in the agency's time zone.

use super::now::use_now;
use crate::boot::use_zone;
use chrono::{Datelike, NaiveDateTime, Timelike};
use domain::{
    clock::Left,
    time::{Day, Instant, Zone},
};
use leptos::prelude::*;

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A length of time in its two largest units: `2 d 4 h`, `3 h 20 min`, `12 min`, `45 s`.
pub fn span(seconds: i64) -> String {
    let seconds = seconds.abs();
    let (days, hours, minutes) = (seconds / DAY, seconds % DAY / HOUR, seconds % HOUR / MINUTE);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds} s"),
        (0, 0, minutes) => format!("{minutes} min"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (days, 0, _) => format!("{days} d"),
        (1..7, hours, _) => format!("{days} d {hours} h"),
        (days, _, _) => format!("{days} d"),
    }
}

/// What is left of a promise: `3 h 20 min left`; where only open hours count `6 working hours left`,
/// `2 working days left`.
pub fn left(left: Left) -> String {
    if left.business {
        format!("{} left", working(left.seconds, left.day))
    } else {
        format!("{} left", span(left.seconds))
    }
}

/// A length of working time in its one unit: minutes under two hours, hours under two days; begun ones do not count.
/// `day` is how many seconds a working day has.
fn working(seconds: i64, day: i64) -> String {
    let (hours, days) = (seconds / HOUR, seconds / day.max(1));
    let named = |count: i64, what: &str| format!("{count} working {what}");
    match (days, hours) {
        (2.., _) => named(days, "days"),
        (_, 2..) => named(hours, "hours"),
        _ => named(seconds / MINUTE, "min"),
    }
}

/// How long ago: `just now`, `5 min ago`. An instant still to come is `in 5 min`.
pub fn ago(now: Instant, at: Instant) -> String {
    let seconds = (now - at).num_seconds();
    match seconds {
        -59..60 => "just now".into(),
        ..-59 => format!("in {}", span(seconds)),
        _ => format!("{} ago", span(seconds)),
    }
}

/// A day and time near `now`: `today 14:00`, `tomorrow 14:00`, `Thu 14:00` (the coming one), `12 Mar 14:00`,
/// `12 Mar 2025 14:00`.
pub fn day_and_time(zone: &Zone, now: Instant, at: Instant) -> String {
    let local = zone.local(at);
    format!(
        "{} {:02}:{:02}",
        day(zone.local(now), local),
        local.hour(),
        local.minute()
    )
}

fn day(today: NaiveDateTime, local: NaiveDateTime) -> String {
    match (local.date() - today.date()).num_days() {
        0 => "today".into(),
        1 => "tomorrow".into(),
        -1 => "yesterday".into(),
        2..7 => DAYS[local.weekday().num_days_from_monday() as usize][..3].into(),
        _ if local.year() == today.year() => {
            format!("{} {}", local.day(), MONTHS[local.month0() as usize])
        }
        _ => format!(
            "{} {} {}",
            local.day(),
            MONTHS[local.month0() as usize],
            local.year()
        ),
    }
}

/// A day: `12 Mar 2026`.
pub fn date(day: Day) -> String {
    format!(
        "{} {} {}",
        day.day(),
        MONTHS[day.month0() as usize],
        day.year()
    )
}

/// The exact instant: `Thursday 26 Nov 2026, 14:00:05 (Europe/Berlin)`.
pub fn exact(zone: &Zone, at: Instant) -> String {
    let local = zone.local(at);
    format!(
        "{} {} {} {}, {:02}:{:02}:{:02} ({})",
        DAYS[local.weekday().num_days_from_monday() as usize],
        local.day(),
        MONTHS[local.month0() as usize],
        local.year(),
        local.hour(),
        local.minute(),
        local.second(),
        zone.name
    )
}

/// The instant for machines, as HTML's `datetime` wants it: `2026-11-26T13:00:05Z`.
pub fn machine(at: Instant) -> String {
    let (y, mo, d) = (at.year(), at.month(), at.day());
    format!(
        "{y:04}-{mo:02}-{d:02}T{:02}:{:02}:{:02}Z",
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// A day and time ("tomorrow 14:00"), the exact instant on hover.
#[component]
pub fn When(
    /// Which instant.
    #[prop(into)]
    at: Signal<Instant>,
) -> impl IntoView {
    said(at, day_and_time)
}

/// How long ago ("5 min ago"), the exact instant on hover.
#[component]
pub fn Ago(
    /// Which instant.
    #[prop(into)]
    at: Signal<Instant>,
) -> impl IntoView {
    said(at, |_, now, at| ago(now, at))
}

fn said(at: Signal<Instant>, say: fn(&Zone, Instant, Instant) -> String) -> AnyView {
    let zone = use_zone();
    let now = use_now();
    let text = Memo::new(move |_| say(&zone.read_value(), now.get(), at.get()));
    let title = move || exact(&zone.read_value(), at.get());
    view! { <time datetime=move || machine(at.get()) title=title>{text}</time> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn spans_name_their_two_largest_units() {
        let cases = [
            (45, "45 s"),
            (12 * MINUTE + 5, "12 min"),
            (3 * HOUR, "3 h"),
            (3 * HOUR + 20 * MINUTE, "3 h 20 min"),
            (2 * DAY + 4 * HOUR, "2 d 4 h"),
            (2 * DAY + 4 * MINUTE, "2 d"),
            (9 * DAY + 4 * HOUR, "9 d"),
            (-2 * DAY, "2 d"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(span(seconds), expected);
        }
    }

    #[test]
    fn what_is_left_is_told_in_the_time_that_counts() {
        let of = |seconds, business| {
            let day = if business { 8 * HOUR } else { DAY };
            left(Left {
                seconds,
                day,
                business,
            })
        };
        assert_eq!(of(45 * MINUTE, false), "45 min left");
        assert_eq!(of(30 * HOUR, false), "1 d 6 h left");
        let cases = [
            (0, "0 working min left"),
            (45 * MINUTE, "45 working min left"),
            (HOUR + 20 * MINUTE, "80 working min left"),
            (2 * HOUR, "2 working hours left"),
            (6 * HOUR + 20 * MINUTE, "6 working hours left"),
            (15 * HOUR, "15 working hours left"),
            (19 * HOUR + 20 * MINUTE, "2 working days left"),
            (75 * HOUR, "9 working days left"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(of(seconds, true), expected);
        }
    }

    #[test]
    fn days_near_by_have_names() {
        let (zone, now) = (Zone::utc(), at("2026-11-23T10:00:00Z"));
        let cases = [
            ("2026-11-23T14:00:00Z", "today 14:00"),
            ("2026-11-24T09:05:00Z", "tomorrow 09:05"),
            ("2026-11-22T09:05:00Z", "yesterday 09:05"),
            ("2026-11-26T14:00:00Z", "Thu 14:00"),
            ("2026-11-19T14:00:00Z", "19 Nov 14:00"),
            ("2026-03-12T14:00:00Z", "12 Mar 14:00"),
            ("2025-03-12T14:00:00Z", "12 Mar 2025 14:00"),
        ];
        for (instant, expected) in cases {
            assert_eq!(day_and_time(&zone, now, at(instant)), expected);
        }
    }

    #[test]
    fn the_past_is_ago_and_the_future_is_in() {
        let now = at("2026-11-23T10:00:00Z");
        assert_eq!(ago(now, at("2026-11-23T09:59:30Z")), "just now");
        assert_eq!(ago(now, at("2026-11-23T09:50:00Z")), "10 min ago");
        assert_eq!(ago(now, at("2026-11-23T12:00:00Z")), "in 2 h");
    }
}
