//! What the time is: passed in, so that nothing below `main` asks the system.

use chrono::TimeDelta;
use domain::time::Instant;
use std::sync::Mutex;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> Instant;
}

/// A clock that stands still until it is told to go on.
#[derive(Debug)]
pub struct FixedClock(Mutex<Instant>);

impl FixedClock {
    /// Stands at `at`.
    pub fn at(at: Instant) -> Self {
        Self(Mutex::new(at))
    }

    /// Goes on by `by`.
    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(|broken| broken.into_inner()) += by;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(|broken| broken.into_inner())
    }
}
