//! What the terms of an engagement must hold.

use super::SignEngagement;
use crate::time::{Day, Instant};

/// Why terms do not hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTerms {
    /// A fee of nothing, or less.
    #[error("The monthly fee must be more than nothing.")]
    NoFee,
    /// It ends before it starts.
    #[error("The last day comes before the first, {0}: choose a later one, or leave it open.")]
    EndsEarly(Day),
    /// Signed in the future.
    #[error("The SOW cannot have been signed later than now.")]
    SignedLater,
    /// Producer and backup are the same.
    #[error("The backup stands in for the producer: choose somebody else.")]
    OwnBackup,
}

impl BadTerms {
    /// The field that is wrong.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NoFee => "monthly_fee",
            Self::EndsEarly(_) => "ends_on",
            Self::SignedLater => "sow_signed_at",
            Self::OwnBackup => "backup",
        }
    }
}

/// Whether an engagement can be signed like that at `now`.
///
/// # Errors
/// The first term that does not hold.
pub fn check_terms(terms: &SignEngagement, now: Instant) -> Result<(), BadTerms> {
    if terms.monthly_fee.0 <= 0 {
        Err(BadTerms::NoFee)
    } else if terms.ends_on.is_some_and(|last| last < terms.starts_on) {
        Err(BadTerms::EndsEarly(terms.starts_on))
    } else if terms.sow_signed_at > now {
        Err(BadTerms::SignedLater)
    } else if terms.backup.is_some() && terms.backup == terms.producer {
        Err(BadTerms::OwnBackup)
    } else {
        Ok(())
    }
}
