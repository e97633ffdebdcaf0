//! Instants and spans of time as people say them, in the agency's time zone.

use super::now::use_now;
use crate::boot::use_zone;
use chrono::{Datelike, NaiveDateTime, Timelike};
use domain::time::{Day, Instant, Zone};
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

/// How a due time stands: `3 h 20 min left`, `2 d late`.
pub fn left(now: Instant, due: Instant) -> String {
    let seconds = (due - now).num_seconds();
    if seconds >= 0 {
        format!("{} left", span(seconds))
    } else {
        format!("{} late", span(seconds))
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
    fn due_times_say_left_or_late() {
        let due = at("2026-11-26T13:00:00Z");
        assert_eq!(left(at("2026-11-26T12:15:00Z"), due), "45 min left");
        assert_eq!(left(at("2026-11-28T13:00:00Z"), due), "2 d late");
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
