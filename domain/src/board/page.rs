//! A handoff's own page, and what can be done on it besides moving.

use super::HandoffCard;
use crate::{
    calendar::Step,
    file::Preview,
    handoff::{HandoffEventKind, HandoffKind, Item, Stage, gate::ItemState},
    ids::*,
    package::{PackagePage, Section},
    quality::Deliverable,
    time::{Day, Instant},
};
use serde::{Deserialize, Serialize};

/// Everything about one handoff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandoffPage {
    /// As the board shows it.
    pub card: HandoffCard,
    /// The number of the last change that this page knows.
    pub seq: i64,
    /// The required items with their texts, in the order of the package.
    pub items: Vec<ItemOnPage>,
    /// What the package contains; unset where its items are texts.
    pub package: Option<Box<PackagePage>>,
    /// The versions of the job's deliverable; H3 only.
    pub deliverable: Option<Box<Deliverable>>,
    /// The day on which the pod is needed; H2 only.
    pub needed_on: Option<Day>,
    /// When it was first submitted.
    pub first_submitted_at: Option<Instant>,
    /// When the receiver answered who is available; H2 only.
    pub answered_at: Option<Instant>,
    /// From the start of its clock to its due time, step by step; empty without a promise.
    pub why: Vec<Step>,
    /// What happened, the latest last.
    pub history: Vec<Entry>,
    /// The handoff of the same engagement (and, for an H3, of the same job) before this one.
    pub previous: Option<Neighbour>,
    /// The one after it.
    pub next: Option<Neighbour>,
    /// Files that belong to it, the latest last.
    pub files: Vec<AttachedFile>,
    /// The pods that an H2 can assign, by name.
    pub pods: Vec<(PodId, String)>,
}

/// A required item with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemOnPage {
    /// Which.
    pub item: Item,
    /// How it stands.
    pub state: ItemState,
    /// What it says: a text or a link; empty while it is missing.
    pub body: String,
    /// When it was last written.
    pub filled_at: Option<Instant>,
    /// Who wrote it.
    pub filled_by: Option<String>,
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened.
    pub at: Instant,
    /// What happened.
    pub what: Happened,
    /// Who did it; unset where it happened by itself.
    pub by: Option<String>,
    /// The items that were waived in it.
    pub waived: Vec<Item>,
    /// Why, in words; empty where none was asked.
    pub reason: String,
    /// When it was entered.
    pub recorded_at: Instant,
    /// Why its card went beyond its column's limit; empty where it did not.
    pub over_limit: String,
    /// Whether it was taken back later.
    pub taken_back: bool,
    /// Whether the viewer can take it back now; unset for what is not offered.
    pub undo: Option<Undo>,
}

impl Entry {
    /// A line that tells of something written, which can be taken back where `undo` says so.
    pub const fn edit(at: Instant, by: String, what: Happened, undo: Option<Undo>) -> Self {
        Self {
            at,
            what,
            by: Some(by),
            waived: Vec::new(),
            reason: String::new(),
            recorded_at: at,
            over_limit: String::new(),
            taken_back: false,
            undo,
        }
    }

    /// Whether it tells of an event of that kind that stands.
    pub fn tells(&self, kind: HandoffEventKind) -> bool {
        self.what == Happened::Event(kind) && !self.taken_back
    }
}

/// What a line of a history tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Happened {
    /// A move, an answer, or its being opened.
    Event(HandoffEventKind),
    /// That event was taken back.
    TookBack(HandoffEventKind),
    /// An item was written, or emptied.
    Wrote(Item),
    /// What was written was taken back: the item says again what it said before.
    TookBackText(Item),
    /// A section of the package was written.
    WroteSection(Section),
    /// What was written into a section was taken back.
    TookBackSection(Section),
    /// It was said on which day the pod is needed; unset for none any more.
    SetNeededOn(Option<Day>),
    /// That was taken back: it is needed on this day again, if on any.
    TookBackNeededOn(Option<Day>),
    /// The closing report was written.
    WroteReport,
    /// What was written into the closing report was taken back.
    TookBackReport,
}

/// Whether something can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Undo {
    /// It can.
    Offered,
    /// It cannot, and this sentence says why.
    Refused(String),
}

/// Another handoff of the same engagement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Its identity.
    pub id: HandoffId,
    /// Its kind.
    pub kind: HandoffKind,
    /// What is handed over.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
}

/// A file that belongs to something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachedFile {
    /// Its identity; it is read at `/files/{id}`.
    pub id: FileId,
    /// The name it was uploaded with.
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// When it was uploaded.
    pub at: Instant,
    /// Who uploaded it.
    pub by: Option<String>,
    /// How it is looked at, by its bytes; unset where it can only be downloaded.
    pub preview: Option<Preview>,
    /// What its bytes are, where its name says otherwise: "named .png, but its content is a PDF".
    pub disguise: Option<String>,
}

/// Taking back what was last written about a handoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeBack {
    /// Of which handoff.
    pub id: HandoffId,
    /// The version that was seen.
    pub version: i64,
}

/// Taking the last move of a handoff back, with what the column that it came from asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoMove {
    /// Of which handoff.
    pub id: HandoffId,
    /// The version that was seen.
    pub version: i64,
    /// Why it goes beyond the column's limit, where that is reached.
    pub over_limit: Option<String>,
}

/// Writing one item of a package; an empty text takes it out again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FillItem {
    /// Of which handoff.
    pub id: HandoffId,
    /// The version that the writer saw.
    pub version: i64,
    /// Which item.
    pub item: Item,
    /// What it says from now on.
    pub body: String,
}

/// Generative's answer to a pod request, due 24 hours after its submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerAvailability {
    /// Of which handoff.
    pub id: HandoffId,
    /// The version that the answerer saw.
    pub version: i64,
    /// Who is free and when, in words.
    pub answer: String,
}
