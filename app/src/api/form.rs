//! Reading what a form posts.

use super::error::ApiError;
use std::str::FromStr;

/// A field: its name, what was written, and what is wanted.
pub struct Field<'a>(pub &'static str, pub &'a str, pub &'static str);

impl Field<'_> {
    /// What is wrong with it.
    fn fault(&self) -> ApiError {
        let sentence = match self.1.trim() {
            "" => format!("This is empty: give {}.", self.2),
            text => format!("`{text}` does not do here: give {}.", self.2),
        };
        ApiError::invalid(self.0, sentence)
    }
}

/// A value that must be there.
///
/// # Errors
/// When it is missing or cannot be read; the sentence says what is wanted.
pub fn required<T>(field: Field<'_>, read: impl Fn(&str) -> Option<T>) -> Result<T, ApiError> {
    read(field.1.trim()).ok_or_else(|| field.fault())
}

/// A value that may be left empty.
///
/// # Errors
/// When it cannot be read; the sentence says what is wanted.
pub fn optional<T: FromStr>(field: Field<'_>) -> Result<Option<T>, ApiError> {
    match field.1.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| field.fault()),
    }
}
