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
    #[error("{0}")]
    Unjudged(#[from] Unjudged),
    #[error("This checklist has no such line: look at the page as it is now.")]
    UnknownLine,
    #[error("{0}")]
    Text(#[from] BadText),
}

/// That QC has not said of every line whether it passed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "QC has judged {judged} of {lines} lines, and not “{first}”: judge every line in the verdict on the deliverable's page, then accept it."
)]
pub struct Unjudged {
    /// How many lines have a mark.
    pub judged: usize,
    /// How many the checklist has.
    pub lines: usize,
    /// The first that has none.
    pub first: String,
}

/// Whether every line of a checklist, given by identity and words, has a mark; a checklist without lines has nothing to
/// judge.
///
/// # Errors
/// When one has none.
pub fn check_judged<'a>(
    marks: &[Mark],
    lines: impl IntoIterator<Item = (QcLineId, &'a str)>,
) -> Result<(), Unjudged> {
    let (mut judged, mut open) = (0, Vec::new());
    for (line, words) in lines {
        match marks.iter().any(|mark| mark.line == line) {
            true => judged += 1,
            false => open.push(words),
        }
    }
    open.first().map_or(Ok(()), |first| {
        Err(Unjudged {
            judged,
            lines: judged + open.len(),
            first: (*first).to_owned(),
        })
    })
}

/// Whether a verdict can be given on a version that was checked by `lines`; why it goes back in one sentence, empty for
/// one that is accepted.
///
/// # Errors
/// When an accepted version has a line that failed or that nobody judged, a retake has neither a failed line nor words, or
/// the checklist does not have the line.
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
        (Verdict::Accepted, None) => {
            let all = lines.iter().map(|line| (line.line, line.words.as_str()));
            check_judged(marks, all)?;
            Ok(String::new())
        }
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
