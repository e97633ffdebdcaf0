//! Times as browsers' fields write them: what clocks on the agency's wall show, such as 2026-03-01T09:00.

use super::error::ApiError;
use chrono::NaiveDateTime;
use domain::time::Instant;

/// The instant at which the agency's clocks show `text`; with seconds or without.
///
/// # Errors
/// How to write it, said of the field `field`.
pub fn instant(
    service: &service::Service,
    field: &'static str,
    text: &str,
) -> Result<Instant, ApiError> {
    let local: Option<NaiveDateTime> = text.parse().or_else(|_| format!("{text}:00").parse()).ok();
    let local = local.ok_or_else(|| {
        let sentence = format!("`{text}` is not a time: write it like 2026-03-01T09:00.");
        ApiError::invalid(field, sentence)
    })?;
    Ok(service.zone().instant(local))
}
