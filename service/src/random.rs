//! Randomness: passed in like the time, so that a test can repeat itself.

use domain::time::Instant;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use std::sync::Mutex;
use uuid::Uuid;

/// Makes identities.
#[derive(Debug)]
pub struct Random(Mutex<StdRng>);

impl Random {
    /// From the system's randomness.
    pub fn from_system() -> Self {
        Self(Mutex::new(StdRng::from_os_rng()))
    }

    /// The same every time.
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }

    /// A new identity (UUIDv7): those made later sort later.
    pub fn id(&self, now: Instant) -> Uuid {
        let bytes: [u8; 10] = self
            .0
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
            .random();
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}
