//! A clock that counts down.

use super::{
    Icon, Tone,
    now::use_now,
    when::{exact, left, span},
};
use crate::boot::use_zone;
use domain::{
    clock::{Clock, ClockState},
    time::{Instant, Zone},
};
use leptos::prelude::*;

/// Above this many seconds a quiet clock does not speak, unless it is at risk or late.
const SPEAKS_UNDER: i64 = 24 * 3600;

/// A thin bar that drains, and what is left in words; the exact due time on hover.
#[component]
pub fn ClockBar(
    /// The promise.
    #[prop(into)]
    clock: Signal<Clock>,
    /// On cards: words are seen only when under a day is left.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let now = use_now();
    let zone = use_zone();
    let face = Memo::new(move |_| Face::of(&clock.get(), now.get()));
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
    fn of(clock: &Clock, now: Instant) -> Self {
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
        let left = if state == ClockState::Breached {
            1000
        } else {
            1000 - used
        };
        let soon = clock
            .seconds_left(now)
            .is_some_and(|left| left < SPEAKS_UNDER);
        let calm = tone == Tone::Neutral && icon.is_none() && !soon;
        Self {
            tone,
            icon,
            left,
            words: words(clock, state, now),
            calm,
            stopped: state == ClockState::Stopped,
        }
    }
}

fn words(clock: &Clock, state: ClockState, now: Instant) -> String {
    match (state, clock.due_at, clock.met_at) {
        (ClockState::Held, ..) => clock.held.map_or_else(
            || "On hold".into(),
            |held| format!("On hold, {} left", span(held.left_seconds)),
        ),
        (ClockState::Stopped, Some(due), Some(met)) if met > due => {
            format!("{} late", span((met - due).num_seconds()))
        }
        (ClockState::Stopped, _, Some(_)) => "In time".into(),
        (ClockState::Stopped, _, None) => "Nothing owed".into(),
        (_, Some(due), _) => left(now, due),
        (_, None, _) => "No due time".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn at(hours: i64) -> Instant {
        Instant::UNIX_EPOCH + TimeDelta::hours(hours)
    }

    fn face_after(hours: i64) -> Face {
        Face::of(&Clock::until(at(0), at(50)), at(hours))
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
            Face::of(
                &Clock {
                    met_at: Some(at(hours)),
                    ..Clock::until(at(0), at(50))
                },
                at(99),
            )
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
