//! What is entered after it happened.

use crate::time::Instant;
use chrono::TimeDelta;

/// What is recorded within this time after it happened counts as recorded at once (DOMAIN section 5, `platform_adoption`).
pub const AT_ONCE: TimeDelta = TimeDelta::minutes(5);

/// Why a move cannot have happened then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotThen {
    /// It lies ahead.
    #[error("That lies ahead: say when it happened, or leave it empty for now.")]
    Ahead,
    /// Something else happened later.
    #[error("Something happened to this handoff after that: choose a later time.")]
    Overtaken,
}

/// Whether a move that is entered at `now` can have happened at `at`, where `last` is when the handoff's history ends.
///
/// # Errors
/// When it lies ahead, or before the last event.
pub fn check_happened(at: Instant, last: Option<Instant>, now: Instant) -> Result<(), NotThen> {
    if at > now {
        Err(NotThen::Ahead)
    } else if last.is_some_and(|last| at < last) {
        Err(NotThen::Overtaken)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(5, None, Ok(()))]
    #[case(10, None, Ok(()))]
    #[case(11, None, Err(NotThen::Ahead))]
    #[case(5, Some(5), Ok(()))]
    #[case(4, Some(5), Err(NotThen::Overtaken))]
    fn between_the_last_event_and_now(
        #[case] at: i64,
        #[case] last: Option<i64>,
        #[case] expected: Result<(), NotThen>,
    ) {
        let minute = |minute: i64| Instant::UNIX_EPOCH + TimeDelta::minutes(minute);
        assert_eq!(
            check_happened(minute(at), last.map(minute), minute(10)),
            expected
        );
    }
}
