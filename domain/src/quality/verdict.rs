//! QC's verdict on a version.

use super::Checked;
use crate::{
    ids::QcLineId,
    named,
    text::{BadText, Note, Reason},
};
use serde::{Deserialize, Serialize};

named! {
    /// What QC says of a version.
    pub enum Verdict {
        Accepted = "accepted",
        Retake = "retake",
    }
}

/// What QC says of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Which.
    pub line: QcLineId,
    /// Whether it passed.
    pub passed: bool,
    /// What is to be said about it; may be empty.
    #[serde(default)]
    pub note: String,
}

/// Why a verdict cannot be given like that.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum RefusedVerdict {
    #[error("“{0}” failed: return the deliverable, or pass the line.")]
    AcceptedWithFailure(String),
    #[error(
        "Say what is wrong: fail at least one line of the checklist, or write why it goes back."
    )]
    NoReason,
    #[error("This checklist has no such line: look at the page as it is now.")]
    UnknownLine,
    #[error("{0}")]
    Text(#[from] BadText),
}

/// Whether a verdict can be given on a version that was checked by `lines`; why it goes back in one sentence, empty for
/// one that is accepted.
///
/// # Errors
/// When an accepted version has a line that failed, a retake has neither such a line nor words, or the checklist does not
/// have the line.
pub fn check_verdict(
    verdict: Verdict,
    marks: &[Mark],
    lines: &[Checked],
    words: &str,
) -> Result<String, RefusedVerdict> {
    let mut failed = Vec::new();
    for mark in marks {
        let line = lines.iter().find(|line| line.line == mark.line);
        let line = line.ok_or(RefusedVerdict::UnknownLine)?;
        let note: Note = mark.note.parse()?;
        if !mark.passed {
            failed.push((line.words.as_str(), note));
        }
    }
    match (verdict, failed.first()) {
        (Verdict::Accepted, Some((line, _))) => {
            Err(RefusedVerdict::AcceptedWithFailure((*line).to_owned()))
        }
        (Verdict::Accepted, None) => Ok(String::new()),
        (Verdict::Retake, None) if words.trim().is_empty() => Err(RefusedVerdict::NoReason),
        (Verdict::Retake, _) => Ok(reason(words, &failed)?),
    }
}

/// The words first, then the lines: "Too dark. Failed: Logo, type and colors are the brand's (orange); …".
fn reason(words: &str, failed: &[(&str, Note)]) -> Result<String, BadText> {
    let mut parts = Vec::new();
    if !words.trim().is_empty() {
        let words: Reason = words.parse()?;
        parts.push(words.to_string());
    }
    if !failed.is_empty() {
        let lines = failed.iter().map(|(line, note)| match note.as_str() {
            "" => (*line).to_owned(),
            note => format!("{line} ({note})"),
        });
        parts.push(format!("Failed: {}", lines.collect::<Vec<_>>().join("; ")));
    }
    Ok(parts.join("\n"))
}
