//! A clock that counts down.

use super::{
    Icon, Tone,
    now::use_now,
    when::{exact, left, span},
};
use crate::boot::{use_calendar, use_zone};
use domain::{
    calendar::Calendar,
    clock::{Clock, ClockState, Left},
    time::{Instant, Zone},
};
use leptos::prelude::*;

/// A thin bar that drains, and what is left in words; the exact due time on hover.
#[component]
pub fn ClockBar(
    /// The promise.
    #[prop(into)]
    clock: Signal<Clock>,
    /// On cards: words are seen only when under a day is left, of those that count for the clock.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let now = use_now();
    let (zone, calendar) = (use_zone(), use_calendar());
    let face = Memo::new(move |_| Face::of(&clock.get(), &calendar.read_value(), now.get()));
    let words_class = move || {
        if quiet && face.read().calm {
            "visually-hidden"
        } else {
            "clock-words num"
        }
    };
    let shape = move || face.read().icon.map(Icon::small);
    let class = move || {
        let face = face.read();
        let stopped = if face.stopped { " stopped" } else { "" };
        format!("clock {}{stopped}", face.tone.class())
    };
    view! {
        <span class=class title=move || due(&zone.read_value(), &clock.read())>
            <svg class="clock-bar" viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true">
                <rect width=move || face.read().left.to_string() height="4" />
            </svg>
            <span class=words_class>{shape} {move || face.read().words.clone()}</span>
        </span>
    }
    .into_any()
}

fn due(zone: &Zone, clock: &Clock) -> Option<String> {
    clock.due_at.map(|due| format!("Due {}", exact(zone, due)))
}

/// What the clock shows at an instant.
#[derive(Clone, Debug, PartialEq)]
struct Face {
    tone: Tone,
    /// At risk, breached, held and kept have their shape; a calm clock needs none.
    icon: Option<Icon>,
    /// How much is left, per mille; a bar that has run out is full again, in red.
    left: i64,
    words: String,
    /// Nothing that a card must say aloud.
    calm: bool,
    /// It was met or given up: nothing drains any more.
    stopped: bool,
}

impl Face {
    fn of(clock: &Clock, calendar: &Calendar, now: Instant) -> Self {
        let state = clock.state(now);
        let (tone, icon) = match (state, clock.kept()) {
            (ClockState::Breached, _) => (Tone::Bad, Some(Tone::Bad.icon())),
            (ClockState::AtRisk, _) => (Tone::Warn, Some(Tone::Warn.icon())),
            (ClockState::Held, _) => (Tone::Neutral, Some(Icon::Pause)),
            (ClockState::Stopped, Some(true)) => (Tone::Good, Some(Tone::Good.icon())),
            (ClockState::Stopped, Some(false)) => (Tone::Bad, Some(Tone::Bad.icon())),
            _ => (Tone::Neutral, None),
        };
        let used = clock.used_per_mille(now).unwrap_or(1000);
        let to_go = clock.left(calendar, now);
        let left = if state == ClockState::Breached {
            1000
        } else {
            1000 - used
        };
        let soon = to_go.is_some_and(|left| left.seconds < left.day);
        let calm = tone == Tone::Neutral && icon.is_none() && !soon;
        Self {
            tone,
            icon,
            left,
            words: words(clock, state, to_go, now),
            calm,
            stopped: state == ClockState::Stopped,
        }
    }
}

fn words(clock: &Clock, state: ClockState, to_go: Option<Left>, now: Instant) -> String {
    match (state, clock.due_at, clock.met_at) {
        (ClockState::Held, ..) => to_go.map_or_else(
            || "On hold".into(),
            |to_go| format!("On hold, {}", left(to_go)),
        ),
        (ClockState::Breached, Some(due), _) => late(due, now),
        (ClockState::Stopped, Some(due), Some(met)) if met > due => late(due, met),
        (ClockState::Stopped, _, Some(_)) => "In time".into(),
        (ClockState::Stopped, _, None) => "Nothing owed".into(),
        (_, Some(_), _) => to_go.map(left).unwrap_or_default(),
        (_, None, _) => "No due time".into(),
    }
}

/// How long after its due time something came, or is still awaited: that counts every hour.
fn late(due: Instant, at: Instant) -> String {
    format!("{} late", span((at - due).num_seconds()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use domain::calendar::{Hold, Sla};

    fn at(hours: i64) -> Instant {
        Instant::UNIX_EPOCH + TimeDelta::hours(hours)
    }

    fn face(clock: &Clock, hours: i64) -> Face {
        Face::of(clock, &Calendar::usual(Zone::utc()), at(hours))
    }

    fn face_after(hours: i64) -> Face {
        face(&Clock::until(at(0), at(50)), hours)
    }

    /// 12 open hours from Thursday 16:00 on, at hours of the epoch's first day: due on Monday 10:00.
    #[test]
    fn a_business_clock_speaks_of_working_time() {
        let calendar = Calendar::usual(Zone::utc());
        let clock = Clock::by_sla(&calendar, Sla::BusinessHours(12), at(16), &[]);
        assert_eq!(clock.due_at, Some(at(4 * 24 + 10)));
        assert_eq!(face(&clock, 16).words, "12 working hours left");
        assert!(face(&clock, 16).calm);
        // On Friday morning, four days before, less than a working day is needed to speak.
        assert_eq!(face(&clock, 24 + 12).words, "7 working hours left");
        assert!(!face(&clock, 24 + 12).calm);
        // Over the weekend nothing passes.
        assert_eq!(face(&clock, 48 + 3).words, "60 working min left");
        assert_eq!(face(&clock, 72 + 20).words, "60 working min left");
        assert_eq!(face(&clock, 4 * 24 + 12).words, "2 h late");
        let held = Hold {
            from: at(24 + 9),
            to: None,
        };
        let held = Clock::by_sla(&calendar, Sla::BusinessHours(12), at(16), &[held]);
        assert_eq!(face(&held, 99).words, "On hold, 10 working hours left");
    }

    #[test]
    fn drains_and_turns() {
        assert_eq!(
            (face_after(0).tone, face_after(0).left, face_after(0).calm),
            (Tone::Neutral, 1000, true)
        );
        assert!(!face_after(0).stopped);
        assert_eq!(
            (face_after(39).tone, face_after(39).calm),
            (Tone::Neutral, false)
        );
        assert_eq!(
            (face_after(40).tone, face_after(40).left),
            (Tone::Warn, 200)
        );
        assert_eq!(
            (face_after(50).tone, face_after(50).left),
            (Tone::Bad, 1000)
        );
        assert_eq!(face_after(53).words, "3 h late");
    }

    #[test]
    fn a_met_clock_says_whether_it_was_in_time() {
        let met = |hours| {
            let clock = Clock {
                met_at: Some(at(hours)),
                ..Clock::until(at(0), at(50))
            };
            face(&clock, 99)
        };
        assert_eq!(
            (met(50).tone, met(50).words, met(50).stopped),
            (Tone::Good, "In time".to_owned(), true)
        );
        assert_eq!(
            (met(52).tone, met(52).words),
            (Tone::Bad, "2 h late".to_owned())
        );
    }
}
