//! A deliverable as its handoff's page and its job's page show it.

use super::{Checklist, Gap, Verdict};
use crate::{
    board::AttachedFile,
    handoff::Item,
    ids::{HandoffId, QcLineId, WorkflowId},
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// All versions of a job's deliverable; the agency's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliverable {
    /// The newest first.
    pub versions: Vec<VersionOnPage>,
    /// What the items of the version that is being made lack; of those that are complete, nothing.
    pub gaps: Vec<(Item, Vec<Gap>)>,
}

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionOnPage {
    /// From 1 in each job.
    pub number: i64,
    /// The handoff that it was made for.
    pub handoff: HandoffId,
    /// Who made it, where that is known.
    pub maker: Option<String>,
    /// When it was begun; unset while nothing of it is there.
    pub made_at: Option<Instant>,
    /// When it was handed over; unset while it is being made.
    pub submitted_at: Option<Instant>,
    /// Where else it is; empty where nowhere.
    pub link: String,
    /// What the maker says of it.
    pub note: String,
    /// The latest last.
    pub files: Vec<AttachedFile>,
    /// The checklist with the maker's own check and the verdict that stands, line by line.
    pub lines: Vec<LineOnPage>,
    /// The verdicts, the latest last; those that were taken back say so.
    pub verdicts: Vec<VerdictOnPage>,
}

/// One line of a version's checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineOnPage {
    /// Its identity.
    pub id: QcLineId,
    /// What is looked at.
    pub words: String,
    /// Whether the maker has looked at it.
    pub ticked: bool,
    /// Whether it passed; unset where the verdict that stands does not say.
    pub passed: Option<bool>,
    /// What was said about it.
    pub note: String,
}

/// A verdict on a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictOnPage {
    /// What it says.
    pub verdict: Verdict,
    /// When.
    pub at: Instant,
    /// Whose it is.
    pub by: Option<String>,
    /// Why it went back; empty where it was accepted.
    pub reason: String,
    /// Whether it was taken back, and does not count.
    pub taken_back: bool,
}

/// What a client sees of a deliverable: the version that was delivered, and nothing of how it came to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// The latest last.
    pub files: Vec<AttachedFile>,
    /// Where else it is; empty where nowhere.
    pub link: String,
}

/// The checklist of a workflow, to be read and written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowChecklist {
    /// Which workflow.
    pub workflow: WorkflowId,
    /// Its name.
    pub name: String,
    /// The workflow's version.
    pub version: i64,
    /// What QC looks at.
    pub list: Checklist,
    /// Whether it has a list of its own, rather than the usual one.
    pub own: bool,
}

impl VersionOnPage {
    /// The verdict that stands.
    pub fn verdict(&self) -> Option<&VerdictOnPage> {
        self.verdicts.iter().rfind(|verdict| !verdict.taken_back)
    }

    /// Whether anything of it is there.
    pub fn is_begun(&self) -> bool {
        self.made_at.is_some()
    }
}

impl Deliverable {
    /// The version that is being made for `handoff`.
    pub fn draft(&self, handoff: HandoffId) -> Option<&VersionOnPage> {
        let mut versions = self.versions.iter();
        versions.find(|version| version.handoff == handoff && version.submitted_at.is_none())
    }

    /// The version that `handoff` hands over and that waits for its verdict.
    pub fn submitted(&self, handoff: HandoffId) -> Option<&VersionOnPage> {
        let mut versions = self.versions.iter();
        versions.find(|version| version.handoff == handoff && version.submitted_at.is_some())
    }
}
