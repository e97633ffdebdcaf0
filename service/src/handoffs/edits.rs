//! What was written into a package, as the change log keeps it: what an item said before, and what it says since.

use super::work::Work;
use crate::{
    Error, Result, Service,
    db::{
        Tx, all,
        rows::{HandoffItemRow, meaning::read},
    },
    live::{self, Change},
};
use domain::{
    handoff::{Item, gate::ItemState, undo::standing},
    policy::Actor,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How the log names an edit; the feed leaves it out, since the handoff itself is told of as well.
const ENTITY: &str = "handoff_item";

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

/// An edit in the log.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub at: Instant,
    pub by: String,
    pub edit: Edit,
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
    let change = change_of(work, ENTITY, edit.takes_back, edit);
    live::append(tx, actor, service.now(), change)
        .await
        .map(drop)
}

/// How the log tells of an edit of what a handoff carries: of one that writes, or of one that takes an earlier one back.
pub(crate) fn change_of<T>(
    work: &Work,
    entity: &'static str,
    takes_back: bool,
    body: T,
) -> Change<T> {
    Change {
        client: None,
        entity,
        id: work.row.id.to_string(),
        version: work.row.version + 1,
        action: if takes_back { "took back" } else { "wrote" },
        body,
    }
}

/// All edits of a handoff's items, in the order in which they were made.
pub(super) async fn all(tx: &mut Tx, work: &Work) -> Result<Vec<Told>> {
    let sql =
        "SELECT at, actor_name, body FROM change WHERE entity = $1 AND entity_id = $2 ORDER BY seq";
    let rows = all!(
        tx,
        (Instant, String, String),
        sql,
        ENTITY,
        work.row.id.to_string()
    )?;
    let told = |(at, by, body): (Instant, String, String)| {
        let edit = serde_json::from_str(&body);
        Ok(Told {
            at,
            by,
            edit: edit.map_err(|error| Error::fault("a stored edit", error))?,
        })
    };
    rows.into_iter().map(told).collect()
}

/// The last edit of an item that stands, where the item still says what it made it say.
pub(super) fn last<'e>(edits: &'e [Told], work: &Work, item: Item) -> Result<Option<&'e Told>> {
    let of_item = edits.iter().filter(|told| told.edit.item == item);
    let last = standing(of_item, |told| told.edit.takes_back).pop();
    let now = text_of(work, item)?;
    Ok(last.filter(|told| told.edit.now == now))
}
