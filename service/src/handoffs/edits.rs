//! What was written into a package, as the change log keeps it: what an item said before, and what it says since.

use super::work::Work;
use crate::{
    Result, Service,
    db::{
        Tx,
        rows::{HandoffItemRow, meaning::read},
    },
    edits::{self, Told},
};
use domain::{
    handoff::{Item, gate::ItemState, undo::NotTakenBack},
    policy::Actor,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An item as it stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Text {
    pub state: ItemState,
    pub body: String,
    pub filled_at: Option<Instant>,
    pub filled_by: Option<Uuid>,
}

/// One edit of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Edit {
    pub item: Item,
    pub before: Text,
    pub now: Text,
    /// Whether it took back the last edit of the item that stood.
    pub takes_back: bool,
}

impl edits::Edit for Edit {
    const ENTITY: &'static str = "handoff_item";

    fn takes_back(&self) -> bool {
        self.takes_back
    }
}

/// How an item stands now.
pub(crate) fn text_of(work: &Work, item: Item) -> Result<Text> {
    let missing = Text {
        state: ItemState::Missing,
        body: String::new(),
        filled_at: None,
        filled_by: None,
    };
    let row = work.items.iter().find(|row| row.item == item.name());
    row.map_or(Ok(missing), |row| {
        Ok(Text {
            state: read("handoff_item.state", &row.state)?,
            body: row.body.clone(),
            filled_at: row.filled_at,
            filled_by: row.filled_by,
        })
    })
}

/// The row of an item that says this.
pub(crate) fn row_of(work: &Work, item: Item, text: &Text) -> HandoffItemRow {
    HandoffItemRow {
        handoff: work.row.id,
        item: item.name().to_owned(),
        state: text.state.name().to_owned(),
        body: text.body.clone(),
        filled_at: text.filled_at,
        filled_by: text.filled_by,
    }
}

/// Appends an edit to the log.
pub(super) async fn log(
    service: &Service,
    tx: &mut Tx,
    actor: &Actor,
    work: &Work,
    edit: Edit,
) -> Result<()> {
    edits::log(service, tx, actor, work.edited(), edit).await
}

/// All edits of a handoff's items, in the order in which they were made.
pub(super) async fn all(tx: &mut Tx, work: &Work) -> Result<Vec<Told<Edit>>> {
    edits::all(tx, work.row.id.to_string()).await
}

/// The last edit of an item that stands, or why there is none to take back.
pub(super) fn last<'e>(
    edits: &'e [Told<Edit>],
    work: &Work,
    item: Item,
) -> Result<Result<&'e Told<Edit>, NotTakenBack>> {
    let now = text_of(work, item)?;
    Ok(edits::last(
        edits,
        |edit| edit.item == item,
        |edit| edit.now == now,
    ))
}
