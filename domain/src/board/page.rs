//! A handoff's own page, and what can be done on it besides moving.

use super::HandoffCard;
use crate::{
    calendar::Step,
    handoff::{HandoffEventKind, HandoffKind, Item, Stage, gate::ItemState},
    ids::*,
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
    pub kind: HandoffEventKind,
    /// Who did it; unset where it happened by itself.
    pub by: Option<String>,
    /// The items that were waived in it.
    pub waived: Vec<Item>,
    /// Why, in words; empty where none was asked.
    pub reason: String,
    /// When it was entered.
    pub recorded_at: Instant,
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
