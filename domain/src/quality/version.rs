//! A version of a deliverable while it is made, and what keeps it from being handed over.

use super::Checklist;
use crate::{
    handoff::{Item, Stage, gate::ItemState},
    ids::{HandoffId, QcLineId},
    text::{Label, MakersNote},
};
use serde::{Deserialize, Serialize};

/// A line of the maker's own check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Which line of the checklist.
    pub line: QcLineId,
    /// As it read then.
    pub words: Label,
    /// Whether the maker has looked at it.
    pub ticked: bool,
}

/// What a version consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// How many files.
    pub files: usize,
    /// Where else it is; empty where nowhere.
    pub link: String,
    /// What the maker says of it; may be empty.
    pub note: String,
    /// The maker's own check, in the order of the checklist.
    pub checks: Vec<Checked>,
}

/// Writing the version that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveVersion {
    /// Of which handoff.
    pub id: HandoffId,
    /// The handoff's version that the writer saw.
    pub version: i64,
    /// Where else it is: an address of the web, or nothing.
    pub link: String,
    /// What the maker says of it.
    pub note: String,
    /// The lines that the maker has looked at.
    pub ticked: Vec<QcLineId>,
}

impl Content {
    /// Whether there is anything to look at.
    pub fn is_there(&self) -> bool {
        self.files > 0 || !self.link.is_empty() || !self.note.is_empty()
    }

    /// The maker's check against the list as it is now: what was ticked stays so.
    #[must_use]
    pub fn checked_against(self, list: &Checklist) -> Self {
        let ticked: Vec<QcLineId> = self.ticked().collect();
        Self {
            checks: list.checks(&ticked),
            ..self
        }
    }

    fn ticked(&self) -> impl Iterator<Item = QcLineId> {
        let ticked = self.checks.iter().filter(|check| check.ticked);
        ticked.map(|check| check.line)
    }
}

impl Checklist {
    /// The maker's check, of which these lines are ticked.
    pub fn checks(&self, ticked: &[QcLineId]) -> Vec<Checked> {
        let lines = self.lines.iter();
        lines
            .map(|line| Checked {
                line: line.id,
                words: line.words.clone(),
                ticked: ticked.contains(&line.id),
            })
            .collect()
    }
}

/// What a version lacks: what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[allow(missing_docs)]
pub enum Gap {
    #[error(
        "There is nothing to look at yet: add the files, a link to them, or a note that says where they are."
    )]
    NothingThere,
    #[error("“{0}” is not checked: look at it, and tick it.")]
    Unchecked(Label),
}

/// What keeps an item of a deliverable from being complete: the assets are QC-passed once their maker has looked at
/// every line, and they are submitted in the platform once there is something to look at.
pub fn gaps(item: Item, content: &Content) -> Vec<Gap> {
    let nothing = (!content.is_there()).then_some(Gap::NothingThere);
    match item {
        Item::SubmittedInPlatform => nothing.into_iter().collect(),
        Item::QcPassedAssets => {
            let unchecked = content.checks.iter().filter(|check| !check.ticked);
            let unchecked = unchecked.map(|check| Gap::Unchecked(check.words.clone()));
            nothing.into_iter().chain(unchecked).collect()
        }
        _ => Vec::new(),
    }
}

/// How an item of a deliverable stands: a text stands in for what is in the version, and what was waived stays so until
/// the version has it.
pub fn item_state(item: Item, content: &Content, present: ItemState, text: &str) -> ItemState {
    if !text.is_empty() || gaps(item, content).is_empty() {
        ItemState::Filled
    } else if present == ItemState::Waived {
        ItemState::Waived
    } else {
        ItemState::Missing
    }
}

/// That a version cannot be changed any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This version is {}, and stays as it was submitted: what is changed makes the next version, which begins once it is returned.", .0.words())]
pub struct Frozen(pub Stage);

/// Whether the version of a deliverable whose handoff is in `stage` can be changed.
///
/// # Errors
/// When it was submitted: neither files nor words of it change then.
pub fn check_open(stage: Stage) -> Result<(), Frozen> {
    match stage {
        Stage::Preparing => Ok(()),
        stage => Err(Frozen(stage)),
    }
}

/// The number of the next version of a job: `latest` is the highest so far, 0 for none; `submissions` counts those that
/// its handoffs have had, for an imported one is handed over without a version being known.
pub const fn next_number(latest: i64, submissions: i64) -> i64 {
    if latest > submissions {
        latest + 1
    } else {
        submissions + 1
    }
}

impl SaveVersion {
    /// The note, checked for its length.
    ///
    /// # Errors
    /// When it is too long.
    pub fn read_note(&self) -> Result<MakersNote, crate::text::BadText> {
        self.note.parse()
    }
}
