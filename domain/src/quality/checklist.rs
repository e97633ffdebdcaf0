//! What QC looks at, line by line.

use crate::{
    ids::{QcLineId, WorkflowId},
    text::Label,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// More lines than this are not looked at one by one.
pub const MOST_QC_LINES: usize = 30;

/// The lines of a workflow that has no list of its own.
const USUAL: [&str; 5] = [
    "Matches the brief and its references",
    "Every format is there, in its size and duration",
    "Logo, type and colors are the brand's",
    "No artifacts: hands, faces, text, edges",
    "Spelling, captions and legal lines are right",
];

/// One line of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QcLine {
    /// Its identity: it stays while the words do.
    pub id: QcLineId,
    /// What is looked at.
    pub words: Label,
}

/// What QC looks at in the deliverables of a workflow, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklist {
    /// At least one.
    pub lines: Vec<QcLine>,
}

/// Writing the checklist of a workflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveChecklist {
    /// Whose.
    pub workflow: WorkflowId,
    /// The workflow's version that the writer saw.
    pub version: i64,
    /// One line a line; nothing for the usual list.
    pub text: String,
}

/// Why a text is no checklist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum BadChecklist {
    #[error("{0} lines are too many to look at: write up to {MOST_QC_LINES}.")]
    TooMany(usize),
    #[error("“{0}” stands there twice: write it once.")]
    Twice(Label),
    #[error("Line {line}: {sentence}")]
    Line { line: usize, sentence: String },
}

impl Checklist {
    /// The list of a workflow that has none of its own.
    pub fn usual() -> Self {
        let line = |(at, words): (u128, &&str)| QcLine {
            id: QcLineId(Uuid::from_u128(at)),
            words: Label::of(words),
        };
        Self {
            lines: (1..).zip(&USUAL).map(line).collect(),
        }
    }

    /// Reads a list that is written one line a line. Lines that `before` had keep their identity, others get one of
    /// `new`; nothing at all is none.
    ///
    /// # Errors
    /// When a line is too long, stands there twice, or there are too many.
    pub fn read(
        text: &str,
        before: &Self,
        mut new: impl FnMut() -> Uuid,
    ) -> Result<Option<Self>, BadChecklist> {
        let mut lines: Vec<QcLine> = Vec::new();
        let written = (1..).zip(text.lines());
        for (number, words) in written.filter(|(_, words)| !words.trim().is_empty()) {
            let words: Label = words
                .parse()
                .map_err(|bad| BadChecklist::line(number, bad))?;
            if lines.iter().any(|line| line.words == words) {
                return Err(BadChecklist::Twice(words));
            }
            let known = before.lines.iter().find(|line| line.words == words);
            let id = known.map_or_else(|| QcLineId(new()), |line| line.id);
            lines.push(QcLine { id, words });
        }
        match lines.len() {
            0 => Ok(None),
            many if many > MOST_QC_LINES => Err(BadChecklist::TooMany(many)),
            _ => Ok(Some(Self { lines })),
        }
    }

    /// As it is written: one line a line.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| line.words.as_str()).collect();
        lines.join("\n")
    }
}

impl BadChecklist {
    fn line(line: usize, bad: crate::text::BadText) -> Self {
        Self::Line {
            line,
            sentence: bad.to_string(),
        }
    }
}
