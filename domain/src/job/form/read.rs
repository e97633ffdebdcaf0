//! A request form as it is written: one field a line.

use super::{MOST_REQUEST_FIELDS, RequestField, RequestFieldKind, RequestForm};
use crate::{
    ids::RequestFieldId,
    text::{BadText, Label},
};
use uuid::Uuid;

/// What stands before the kind of a field that a request cannot be sent without.
const NEEDED: &str = "needed ";

/// Why a text is no request form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum BadForm {
    #[error("{0} fields are too many to ask for: write up to {MOST_REQUEST_FIELDS}.")]
    TooMany(usize),
    #[error("“{0}” stands there twice: ask for it once.")]
    Twice(Label),
    #[error(
        "Line {0} does not say what it asks for: begin it with “text:”, “file:”, “needed text:” or “needed file:”."
    )]
    NoKind(usize),
    #[error("Line {line}: {bad}")]
    Words { line: usize, bad: BadText },
}

impl RequestForm {
    /// Reads a form that is written one field a line: `text: …`, `file: …`, with `needed` before it where a request
    /// cannot be sent without. Fields that `before` had keep their identity, others get one of `new`.
    ///
    /// # Errors
    /// When a line has no kind or its words are too long, something is asked for twice, or too much is.
    pub fn read(text: &str, before: &Self, mut new: impl FnMut() -> Uuid) -> Result<Self, BadForm> {
        let mut fields: Vec<RequestField> = Vec::new();
        let written = (1..).zip(text.lines());
        for (line, written) in written.filter(|(_, line)| !line.trim().is_empty()) {
            let (needed, kind, words) = parts(written).ok_or(BadForm::NoKind(line))?;
            let words: Label = words.parse().map_err(|bad| BadForm::Words { line, bad })?;
            if fields.iter().any(|field| field.words == words) {
                return Err(BadForm::Twice(words));
            }
            let same = |field: &&RequestField| field.words == words && field.kind == kind;
            let known = before.fields.iter().find(same).map(|field| field.id);
            fields.push(RequestField {
                id: known.unwrap_or_else(|| RequestFieldId(new())),
                kind,
                words,
                needed,
            });
        }
        match fields.len() {
            many if many > MOST_REQUEST_FIELDS => Err(BadForm::TooMany(many)),
            _ => Ok(Self { fields }),
        }
    }

    /// As it is written: one field a line.
    pub fn text(&self) -> String {
        let lines: Vec<String> = self.fields.iter().map(line).collect();
        lines.join("\n")
    }
}

fn line(field: &RequestField) -> String {
    let needed = if field.needed { NEEDED } else { "" };
    format!("{needed}{}: {}", field.kind, field.words)
}

/// Whether a line's field is needed, what it takes, and its words.
fn parts(line: &str) -> Option<(bool, RequestFieldKind, &str)> {
    let (begin, words) = line.split_once(':')?;
    let begin = begin.trim().to_lowercase();
    let (needed, kind) = match begin.strip_prefix(NEEDED) {
        Some(kind) => (true, kind.trim()),
        None => (false, begin.as_str()),
    };
    Some((needed, kind.parse().ok()?, words))
}
