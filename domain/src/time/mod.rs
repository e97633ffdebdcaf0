//! Instants, the agency's days, and periods of them.

mod period;
mod zone;

pub use period::{Period, Quarter};
#[cfg(feature = "iana")]
pub use zone::NotAZone;
pub use zone::Zone;

/// A point in time, UTC.
pub type Instant = chrono::DateTime<chrono::Utc>;

/// A day as the agency's calendar names it.
pub type Day = chrono::NaiveDate;
