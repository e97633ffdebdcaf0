//! Correcting the time at which an SOW was signed. The clock of its package follows.

use crate::{ids::EngagementId, time::Instant};

/// A correction of the time at which the SOW was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectSignature {
    /// Of which engagement.
    pub id: EngagementId,
    /// The version that whoever corrects it saw.
    pub version: i64,
    /// When it was signed.
    pub signed_at: Instant,
    /// Why the time was wrong.
    pub reason: String,
}

/// Why a correction is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCorrection {
    /// It is the time that is known already.
    #[error("That is the time that is known already: choose the one at which the SOW was signed.")]
    Same,
    /// Signed in the future.
    #[error("The SOW cannot have been signed later than now.")]
    Later,
    /// Handed over before it was signed.
    #[error(
        "The SOW package was submitted before that time, and a signed SOW is in it: choose an earlier one."
    )]
    AfterSubmission,
}

/// Whether the signature of an SOW can be corrected from `was` to `becomes` at `now`; `submitted` is when its package was
/// first submitted.
///
/// # Errors
/// When the SOW cannot have been signed then.
pub fn check_correction(
    was: Instant,
    becomes: Instant,
    submitted: Option<Instant>,
    now: Instant,
) -> Result<(), BadCorrection> {
    if becomes == was {
        Err(BadCorrection::Same)
    } else if becomes > now {
        Err(BadCorrection::Later)
    } else if submitted.is_some_and(|submitted| becomes > submitted) {
        Err(BadCorrection::AfterSubmission)
    } else {
        Ok(())
    }
}
